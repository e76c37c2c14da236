namespace ContactGroup.Cli;

/// <summary>A command cannot be carried out: one sentence, and what to do about it.</summary>
internal sealed class CliException(ExitCode exit, string sentence, string remedy, IReadOnlyDictionary<string, string[]>? fields = null, string? code = null)
    : Exception(sentence)
{
    public ExitCode Exit { get; } = exit;

    public string Remedy { get; } = remedy;

    public string Code { get; } = code ?? "cli-" + exit switch
    {
        ExitCode.Usage => "usage",
        ExitCode.NotSignedIn => "not-signed-in",
        ExitCode.NotFound => "not-found",
        ExitCode.Unreachable => "unreachable",
        _ => "refused",
    };

    public IReadOnlyDictionary<string, string[]> Fields { get; } = fields ?? new Dictionary<string, string[]>(StringComparer.Ordinal);
}
