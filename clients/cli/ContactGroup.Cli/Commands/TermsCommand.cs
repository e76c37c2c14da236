using System.CommandLine;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>terms show</c> and <c>terms accept</c>: the terms of reference of a contact group.</summary>
internal static class TermsCommand
{
    public static Command Build(Cli cli)
    {
        var group = new Argument<string?>("GROUP") { Description = "Name or id; may be left out when you belong to one group.", Arity = ArgumentArity.ZeroOrOne };
        var shown = cli.Command("show", "Show the terms of reference of a contact group.", ShowAsync, [group]);

        var accepted = new Argument<string?>("GROUP") { Description = "Name or id; may be left out when you belong to one group.", Arity = ArgumentArity.ZeroOrOne };
        var accept = cli.Command("accept", "Accept the terms of reference, which posting needs. On a terminal they are shown and you are asked.", AcceptAsync, [accepted]);
        return Cli.Family("terms", "Terms of reference of a contact group.", shown, accept);

        async Task<ExitCode> ShowAsync(Invocation run, CancellationToken cancellationToken)
        {
            var found = await (await run.NamesAsync(cancellationToken)).GroupAsync(run.Get(group), cancellationToken);
            return run.Answers.Give(
                "terms", new { group = found.Id, found.Name, found.Purpose, found.Assumptions, found.TermsVersion, found.TermsAccepted }, say => Show(say, found));
        }

        async Task<ExitCode> AcceptAsync(Invocation run, CancellationToken cancellationToken)
        {
            var found = await (await run.NamesAsync(cancellationToken)).GroupAsync(run.Get(accepted), cancellationToken);
            if (run.Around is { InIsTerminal: true, OutIsTerminal: true } && !run.Answers.IsJson)
            {
                Show(run.Answers, found);
                if (!run.Around.Ask("Accept? [y/N]").StartsWith('y'))
                {
                    throw new CliException(ExitCode.Refused, "Not accepted.", "Posting needs the terms to be accepted.");
                }
            }

            await (await run.ClientAsync(cancellationToken)).AcceptTermsAsync(found.Id, found.TermsVersion, key: null, cancellationToken);
            return run.Answers.Give(
                "terms", new { group = found.Id, found.TermsVersion, termsAccepted = true }, say => say.Line($"Terms of '{found.Name}', version {found.TermsVersion}, accepted."));
        }
    }

    private static void Show(Output.Answers say, ContactGroupInfo group) => say.Pairs(
    [
        ("Group", group.Name),
        ("Terms", $"version {group.TermsVersion}, {(group.TermsAccepted ? "accepted" : "not accepted")}"),
        ("Purpose", group.Purpose),
        ("Assumptions", group.Assumptions),
    ]);
}
