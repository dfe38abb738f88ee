"""What pipeline raises, and the exit codes of the command line."""

EXIT_OK = 0
EXIT_FAILED = 1
EXIT_MISUSE = 2
EXIT_LOCKED = 75
EXIT_SIGINT = 130
EXIT_SIGTERM = 143


class PipelineError(Exception):
    """Base of the errors of this room; `exit_code` is what the command ends with."""

    exit_code = EXIT_FAILED

    def __init__(self, thing: str, why: str = "", next_step: str = "") -> None:
        super().__init__(". ".join(part for part in (thing, why, next_step) if part))
        self.thing = thing
        self.why = why
        self.next_step = next_step


class MisuseError(PipelineError):
    """The command was called with something that does not exist or cannot be meant."""

    exit_code = EXIT_MISUSE


class VersionTakenError(MisuseError):
    """A release was to get a version that names other content already."""


class StoreError(PipelineError):
    """The database is not ours, is of a newer schema, is damaged or refuses a write."""


class NoStoreError(StoreError):
    """There is no database at the path; only init, import, harvest and demo make one."""

    exit_code = EXIT_MISUSE


class InputError(PipelineError):
    """One file, line or document of the input is unusable; the others go on."""


class WorkerError(PipelineError):
    """Worker processes cannot start, or those of a cluster are not fit for the work."""


class LockedError(PipelineError):
    """Another run holds the lock of this database."""

    exit_code = EXIT_LOCKED


class ConfigError(PipelineError):
    """The configuration holds an unknown key or an impossible value."""

    exit_code = EXIT_MISUSE


class StoppedError(PipelineError):
    """A signal asked the run to stop; what was done is committed, the next run goes on."""

    def __init__(self, signal_number: int) -> None:
        super().__init__(
            "stopped by a signal",
            "everything finished so far is stored",
            "run the same command again to go on",
        )
        self.exit_code = 128 + signal_number
