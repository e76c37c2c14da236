namespace ContactGroup.Cli;

/// <summary>What a script learns from <c>$?</c>. Documented in <c>docs/reference/cli.md</c>; a number never changes its meaning.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Ok = 0,

    /// <summary>The server, or a check, refused; nothing was stored.</summary>
    Refused = 1,

    /// <summary>The command line itself is wrong.</summary>
    Usage = 2,

    /// <summary>Nobody is signed in, or sign-in was refused.</summary>
    NotSignedIn = 3,

    /// <summary>Absent, or not visible to you.</summary>
    NotFound = 4,

    /// <summary>No answer from the server.</summary>
    Unreachable = 5,

    /// <summary>Some records went in, others did not; the answer names them.</summary>
    PartlyImported = 6,
}
