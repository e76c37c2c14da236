namespace ContactGroup.Identity.Domain;

/// <summary>The one-time code of the first run. Lives in memory only, so every start makes a new one until the first account exists.</summary>
internal sealed class SetUpCode([FromKeyedServices(SetUpCode.Sink)] TextWriter console, ILogger<SetUpCode> logger)
{
    /// <summary>Key of the writer that shows the code: the console, never a log.</summary>
    public const string Sink = "set-up";

    private volatile string? code;

    public void Open()
    {
        code = Secrets.NewCode();
        console.WriteLine($"Nobody has an account here yet. Set-up code: {code}");
        console.Flush();
        IdentityLog.SetUpOpen(logger);
    }

    public bool Matches(string given) => code is { } expected && Secrets.Same(given, expected);

    public void Close() => code = null;
}
