using System.CommandLine;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>terms</c>: the terms of reference of a contact group, which members accept and coordinators write.</summary>
internal static class TermsCommand
{
    public static Command Build(Cli cli)
    {
        var group = new Argument<string?>("GROUP") { Description = "Name or id; may be left out when you belong to one group.", Arity = ArgumentArity.ZeroOrOne };
        var shown = cli.Command("show", "Show the terms of reference of a contact group.", ShowAsync, [group]);

        var accepted = new Argument<string?>("GROUP") { Description = "Name or id; may be left out when you belong to one group.", Arity = ArgumentArity.ZeroOrOne };
        var accept = cli.Command("accept", "Accept the terms of reference, which posting needs. On a terminal they are shown and you are asked.", AcceptAsync, [accepted]);
        return Cli.Family("terms", "Terms of reference of a contact group.", shown, accept, BuildChange(cli));

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

    private static Command BuildChange(Cli cli)
    {
        var terms = new TermsOptions();
        var group = GroupOption.Build();
        return cli.Command("change", "Write new terms of reference (coordinators). Every member accepts them before they post again.", RunAsync, [.. terms.All, group]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var found = await (await run.NamesAsync(cancellationToken)).GroupAsync(run.Get(group), cancellationToken);
            var version = await (await run.ClientAsync(cancellationToken)).Coordination.ChangeTermsAsync(
                found.Id, run.Get(terms.Purpose)!, run.Get(terms.Assumptions)!, key: null, cancellationToken);
            return run.Answers.Give("terms", new { group = found.Id, termsVersion = version }, say => say.Line($"Terms of '{found.Name}' are version {version} now. Members accept them before they post again."));
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
