//! The bytes of a table as UTF-8: a mark at the beginning is taken off, and UTF-16 (what spreadsheets call "Unicode text")
//! is rewritten. Any other encoding is left as it is, and its rows are found bad one by one.

use std::io::{self, Read};

/// Bytes that are read at once.
const CHUNK: usize = 64 * 1024;

/// How the bytes are written.
#[derive(Clone, Copy)]
enum Encoding {
    Utf8,
    Utf16(fn([u8; 2]) -> u16),
}

/// Hands over UTF-8, at most as much as is allowed.
pub(super) struct Text<R> {
    bytes: R,
    encoding: Option<Encoding>,
    /// Read and not rewritten yet: half a unit, half of a pair.
    raw: Vec<u8>,
    /// Rewritten and not handed over yet.
    ready: Vec<u8>,
    taken: usize,
    allowed: usize,
    ended: bool,
}

impl<R: Read> Text<R> {
    pub(super) fn new(bytes: R) -> Self {
        Self {
            bytes,
            encoding: None,
            raw: Vec::new(),
            ready: Vec::new(),
            taken: 0,
            allowed: CHUNK,
            ended: false,
        }
    }

    /// From here on so many bytes more may be read, before it fails.
    pub(super) fn allow(&mut self, bytes: usize) {
        self.allowed = bytes;
    }

    /// The first line, which is still to be read afterwards. A quoted line end is none: the line is only looked at to tell
    /// what parts its columns.
    pub(super) fn first_line(&mut self) -> io::Result<String> {
        while !self.ended && self.ready.len() < CHUNK {
            self.fill()?;
        }
        let quoted = self.ready.iter().scan(false, |inside, byte| {
            *inside ^= *byte == b'"';
            Some((*byte == b'\n' || *byte == b'\r') && !*inside)
        });
        let end = { quoted }.position(|ends| ends).unwrap_or(self.ready.len());
        Ok(String::from_utf8_lossy(&self.ready[..end]).into_owned())
    }

    fn fill(&mut self) -> io::Result<()> {
        let mut chunk = vec![0; CHUNK];
        let read = match self.bytes.read(&mut chunk) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => return Ok(()),
            other => other?,
        };
        self.ended = read == 0;
        self.raw.extend_from_slice(&chunk[..read]);
        if self.encoding.is_none() {
            if self.raw.len() < 3 && !self.ended {
                return Ok(());
            }
            let (encoding, mark) = match self.raw[..] {
                [0xef, 0xbb, 0xbf, ..] => (Encoding::Utf8, 3),
                [0xff, 0xfe, ..] => (Encoding::Utf16(u16::from_le_bytes), 2),
                [0xfe, 0xff, ..] => (Encoding::Utf16(u16::from_be_bytes), 2),
                _ => (Encoding::Utf8, 0),
            };
            self.raw.drain(..mark);
            self.encoding = Some(encoding);
        }
        match self.encoding {
            Some(Encoding::Utf16(unit)) => self.rewrite(unit),
            _ => self.ready.append(&mut self.raw),
        }
        Ok(())
    }

    /// Rewrites all whole letters; what is none becomes the sign of a letter that was lost.
    fn rewrite(&mut self, unit: fn([u8; 2]) -> u16) {
        let mut units: Vec<u16> = self
            .raw
            .chunks_exact(2)
            .map(|pair| unit([pair[0], pair[1]]))
            .collect();
        let half = |unit: &u16| (0xd800..0xdc00).contains(unit);
        if units.last().is_some_and(half) && !self.ended {
            units.pop();
        }
        self.raw.drain(..units.len() * 2);
        let mut letter = [0; 4];
        for read in char::decode_utf16(units) {
            let read = read.unwrap_or(char::REPLACEMENT_CHARACTER);
            self.ready
                .extend_from_slice(read.encode_utf8(&mut letter).as_bytes());
        }
    }
}

impl<R: Read> Read for Text<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.taken == self.ready.len() && !self.ended {
            self.ready.clear();
            self.taken = 0;
            self.fill()?;
        }
        let some = into.len().min(self.ready.len() - self.taken);
        if some > self.allowed {
            return Err(io::Error::other("a row is too long: a quote may not be closed"));
        }
        self.allowed -= some;
        into[..some].copy_from_slice(&self.ready[self.taken..self.taken + some]);
        self.taken += some;
        Ok(some)
    }
}
