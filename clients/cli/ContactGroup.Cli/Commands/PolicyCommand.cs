using System.CommandLine;
using ContactGroup.Classification;

namespace ContactGroup.Cli.Commands;

/// <summary><c>policy check</c> and <c>policy diff</c>: what a release policy does and changes, without a server.</summary>
internal static class PolicyCommand
{
    private sealed record Finding(int? Rule, string Subject, string Sentence, int? Cells);

    public static Command Build(Cli cli)
    {
        var file = new Argument<string>("FILE") { Description = "A policy document (JSON)." };
        var check = cli.Command("check", "Check every cell of a policy against the rules that no policy may break. Needs no server.", CheckAsync, [file]);
        var before = new Argument<string>("OLD") { Description = "The policy document that is in force (JSON)." };
        var after = new Argument<string>("NEW") { Description = "The policy document that is to follow it." };
        var diff = cli.Command("diff", "Say who would be shown less and who more by another policy, cell by cell. Needs no server.", DiffAsync, [before, after]);
        return Cli.Family("policy", "Release policies.", check, diff);

        async Task<ExitCode> DiffAsync(Invocation run, CancellationToken cancellationToken)
        {
            var old = await ReadAsync(run.Get(before), cancellationToken);
            var next = await ReadAsync(run.Get(after), cancellationToken);
            var changes = PolicyDifference.Between(PolicyTable.Compile(old), PolicyTable.Compile(next));
            var shrinks = DifferenceSentences.Of(changes.Where(change => change.Shift.HasFlag(RuleShift.Shrinks)));
            var grows = DifferenceSentences.Of(changes.Where(change => change.Shift == RuleShift.Grows));
            return run.Answers.Give(
                "policy-diff",
                new { before = old.ToString(), after = next.ToString(), cells = changes.Count, shrinks, grows },
                say => Show(say, old, next, [.. shrinks, .. grows]),
                ExitCode.Ok);
        }

        async Task<ExitCode> CheckAsync(Invocation run, CancellationToken cancellationToken)
        {
            var path = run.Get(file);
            var readable = PolicyDocument.TryParse(await BytesAsync(path, cancellationToken), out var document, out var errors);
            Finding[] findings = readable
                ? [.. PolicyCheck.Run(document!).Select(v => new Finding(v.Rule, v.Subject, v.Sentence, v.Cells))]
                : [.. errors.Select(e => new Finding(Rule: null, e.Field, e.Message, Cells: null))];
            var name = document?.ToString() ?? Path.GetFileName(path);
            return run.Answers.Give(
                "policy-check", new { policy = name, readable, holds = findings.Length == 0, findings }, say => Show(say, name, findings), findings.Length == 0 ? ExitCode.Ok : ExitCode.Refused);
        }
    }

    private static async Task<PolicyDocument> ReadAsync(string path, CancellationToken cancellationToken) =>
        PolicyDocument.TryParse(await BytesAsync(path, cancellationToken), out var document, out var errors)
            ? document
            : throw new CliException(ExitCode.Refused, $"{path} cannot be read as a policy.", errors[0].ToString());

    private static Task<byte[]> BytesAsync(string path, CancellationToken cancellationToken)
    {
        var info = new FileInfo(path);
        return info.Exists && info.Length > PolicyDocument.MaxBytes
            ? throw new CliException(ExitCode.Refused, $"{path} is larger than a policy may be.", $"A policy is at most {PolicyDocument.MaxBytes} bytes.")
            : File.ReadAllBytesAsync(path, cancellationToken);
    }

    private static void Show(Output.Answers say, PolicyDocument old, PolicyDocument next, IReadOnlyList<string> sentences)
    {
        if (sentences.Count == 0)
        {
            say.Line($"{old} and {next} answer every question alike: nobody would be shown anything else.");
            return;
        }

        say.Line($"From {old} to {next}:");
        foreach (var sentence in sentences)
        {
            say.Line($"  {sentence}");
        }
    }

    private static void Show(Output.Answers say, string name, Finding[] findings)
    {
        if (findings.Length == 0)
        {
            say.Line($"{name}: every rule holds in every cell.");
            return;
        }

        say.Line($"{name} is refused:");
        foreach (var finding in findings)
        {
            say.Line(finding.Rule is { } rule
                ? $"  rule {rule} ({finding.Subject}): {finding.Sentence}{(finding.Cells > 1 ? $" And {finding.Cells - 1} more like it." : string.Empty)}"
                : $"  {finding.Subject}: {finding.Sentence}");
        }
    }
}
