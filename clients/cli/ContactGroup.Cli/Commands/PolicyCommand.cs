using System.CommandLine;
using ContactGroup.Classification;

namespace ContactGroup.Cli.Commands;

/// <summary><c>policy check</c>: model-checks a release policy without a server.</summary>
internal static class PolicyCommand
{
    private sealed record Finding(int? Rule, string Subject, string Sentence, int? Cells);

    public static Command Build(Cli cli)
    {
        var file = new Argument<string>("FILE") { Description = "A policy document (JSON)." };
        var check = cli.Command("check", "Check every cell of a policy against the rules that no policy may break. Needs no server.", CheckAsync, [file]);
        return Cli.Family("policy", "Release policies.", check);

        async Task<ExitCode> CheckAsync(Invocation run, CancellationToken cancellationToken)
        {
            var path = run.Get(file);
            var info = new FileInfo(path);
            if (info.Exists && info.Length > PolicyDocument.MaxBytes)
            {
                throw new CliException(ExitCode.Refused, $"{path} is larger than a policy may be.", $"A policy is at most {PolicyDocument.MaxBytes} bytes.");
            }

            var readable = PolicyDocument.TryParse(await File.ReadAllBytesAsync(path, cancellationToken), out var document, out var errors);
            Finding[] findings = readable
                ? [.. PolicyCheck.Run(document!).Select(v => new Finding(v.Rule, v.Subject, v.Sentence, v.Cells))]
                : [.. errors.Select(e => new Finding(Rule: null, e.Field, e.Message, Cells: null))];
            var name = document?.ToString() ?? Path.GetFileName(path);
            return run.Answers.Give(
                "policy-check", new { policy = name, readable, holds = findings.Length == 0, findings }, say => Show(say, name, findings), findings.Length == 0 ? ExitCode.Ok : ExitCode.Refused);
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
