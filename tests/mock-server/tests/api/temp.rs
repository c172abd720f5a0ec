//! A file that goes with its test.

/// A file in the system's folder for passing files, gone when dropped.
pub struct TempFile(pub std::path::PathBuf);

impl TempFile {
    pub fn new(name: &str, text: &str) -> Self {
        let unique = mock_server::secret::token().unwrap();
        let path = std::env::temp_dir().join(format!("yasno-{unique}-{name}"));
        std::fs::write(&path, text).unwrap();
        Self(path)
    }
}

impl Drop for TempFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}
