using System.CommandLine;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>verify</c>: says how far a report of another organisation is believed.</summary>
internal static class VerifyCommand
{
    public static Command Build(Cli cli)
    {
        var item = new Argument<string>("ITEM") { Description = "Id or reference of a report of another organisation." };
        var verdict = new Argument<string>("VERDICT") { Description = "UNVERIFIED, PARTIALLY_VERIFIED, VERIFIED, DISPUTED, REFUTED or RETRACTED." };
        var reliability = new Option<string?>("--reliability") { Description = "Of the source, A to F.", HelpName = "A-F" };
        var credibility = new Option<int?>("--credibility") { Description = "Of the information, 1 to 6.", HelpName = "1-6" };
        return cli.Command("verify", "Say how far a report of another organisation is believed.", RunAsync, [item, verdict, reliability, credibility]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var id = await (await run.NamesAsync(cancellationToken)).ItemAsync(run.Get(item), cancellationToken);
            var verification = new Verification(run.Get(verdict).ToUpperInvariant(), run.Get(reliability), run.Get(credibility));
            var receipt = await (await run.ClientAsync(cancellationToken)).VerifyReportAsync(id, verification, key: null, cancellationToken);
            return run.Answers.Give("receipt", receipt, say => say.Line($"{receipt.Reference}: {verification.Verdict}."));
        }
    }
}
