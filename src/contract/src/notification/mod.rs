//! Notifications: what somebody wants to be told, how, and by which contacts.
//!
//! Everything that is decided is decided by `domain::notification`; here stands how it travels.

mod contact;
mod delivery;
mod message;
mod preferences;

pub use contact::{
    ChannelStop, ContactCode, ContactState, NewNotificationContact, NotificationContact, NotificationContacts,
};
pub use delivery::{Delivery, DeliveryLeg, DeliveryState, SentText};
pub use message::{
    Message, MessageDetails, MessageEntry, MessagePage, MessageQuery, OtherReceiver, Told, UnusedChannel,
};
pub use preferences::{
    FallbackOrder, NotificationPatch, NotificationPreferences, QuietHours, ReminderLead, WishCell,
};
