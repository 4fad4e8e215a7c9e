//! What the page says of saving, from how the two stores stand.

/// How a store stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stand {
    /// It has not answered yet.
    #[default]
    Asked,
    /// It takes what it is given.
    Well,
    /// It has no room.
    Full,
    /// It takes nothing, or does not answer.
    Refused,
}

/// What the page says of saving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Everything is in local storage and on the disk.
    Saved,
    /// The last change is on its way to the disk.
    Saving,
    /// Everything is in local storage; the journal takes nothing.
    NotOnDisk,
    /// Everything is on the disk; local storage has no room.
    LocalFull,
    /// Everything is on the disk; local storage takes nothing.
    LocalBlocked,
    /// Neither store has the last change.
    Failed,
    /// The browser keeps nothing.
    Blocked,
    /// A newer program wrote here; this one only reads.
    Newer,
    /// Both stores were emptied by somebody else: what the page shows is kept nowhere.
    Gone,
}

impl SaveState {
    /// Every state.
    #[cfg(test)]
    pub const ALL: [Self; 9] = [
        Self::Saved,
        Self::Saving,
        Self::NotOnDisk,
        Self::LocalFull,
        Self::LocalBlocked,
        Self::Failed,
        Self::Blocked,
        Self::Newer,
        Self::Gone,
    ];

    /// The state, from local storage and the journal: how each stands, and whether it owes anything.
    pub fn of(local: Stand, local_owes: bool, journal: Stand, journal_owes: bool) -> Self {
        let is_local_well = local == Stand::Well && !local_owes;
        let is_under_way = journal == Stand::Asked || (journal == Stand::Well && journal_owes);
        match (is_local_well, journal) {
            _ if is_under_way => Self::Saving,
            (true, Stand::Well) => Self::Saved,
            (true, _) => Self::NotOnDisk,
            (false, Stand::Well) if local == Stand::Full => Self::LocalFull,
            (false, Stand::Well) => Self::LocalBlocked,
            (false, Stand::Refused) if local == Stand::Refused => Self::Blocked,
            (false, _) => Self::Failed,
        }
    }

    /// The word of `data-save-state`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::Saving => "saving",
            Self::NotOnDisk | Self::LocalFull | Self::LocalBlocked => "partly",
            Self::Failed | Self::Gone => "failed",
            Self::Blocked | Self::Newer => "blocked",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Stand::{Asked, Full, Refused, Well};

    #[test]
    fn saved_means_in_both_stores() {
        for (local, local_owes, journal, journal_owes, state) in [
            (Well, false, Well, false, SaveState::Saved),
            (Well, false, Well, true, SaveState::Saving),
            (Well, false, Asked, false, SaveState::Saving),
            (Well, false, Refused, true, SaveState::NotOnDisk),
            (Well, false, Refused, false, SaveState::NotOnDisk),
            (Well, false, Full, true, SaveState::NotOnDisk),
            (Full, true, Well, false, SaveState::LocalFull),
            (Full, true, Well, true, SaveState::Saving),
            (Refused, true, Well, false, SaveState::LocalBlocked),
            (Full, true, Refused, true, SaveState::Failed),
            (Full, true, Full, true, SaveState::Failed),
            (Refused, true, Full, true, SaveState::Failed),
            (Refused, true, Refused, true, SaveState::Blocked),
            (Refused, false, Refused, false, SaveState::Blocked),
        ] {
            let found = SaveState::of(local, local_owes, journal, journal_owes);
            assert_eq!(found, state, "{local:?} {local_owes} {journal:?} {journal_owes}");
        }
    }
}
