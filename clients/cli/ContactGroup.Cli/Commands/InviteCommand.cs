using System.CommandLine;
using ContactGroup.Cli.Output;

namespace ContactGroup.Cli.Commands;

/// <summary><c>invite</c>: lets one person make an account.</summary>
internal static class InviteCommand
{
    public static Command Build(Cli cli)
    {
        var organisation = new Argument<string?>("ORGANISATION") { Description = "Name, short name or id; left out for an administrator.", Arity = ArgumentArity.ZeroOrOne };
        var administrator = new Option<bool>("--administrator") { Description = "Invite another administrator, who belongs to no organisation and reads nobody's content." };
        var hours = new Option<int?>("--hours") { Description = "How long the invitation can be used, 1 to 720. Default: 72.", HelpName = "number" };
        return cli.Command("invite", "Let one person make an account (administrators). The code is shown once; give it to nobody else.", RunAsync, [organisation, administrator, hours]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var text = run.Get(organisation);
            if (run.Get(administrator) == (text is not null))
            {
                throw new CliException(ExitCode.Usage, "Whom?", "Give an organisation, or --administrator.");
            }

            var of = text is null ? null : await (await run.NamesAsync(cancellationToken)).OrganisationAsync(text, cancellationToken);
            var invitation = await (await run.ClientAsync(cancellationToken)).Administration.InviteAsync(
                of?.Id, run.Get(administrator), run.Get(hours), key: null, cancellationToken);
            return run.Answers.Give("invitation", invitation, say =>
            {
                say.Line(of is null ? "For another administrator." : $"For '{of.Name}' ({of.Constituency}).");
                say.Line($"Code: {invitation.Code}");
                say.Line($"It works once, until {FieldText.Of(invitation.ExpiresAt)}: contactgroup join CODE --account NAME --name NAME, or in the browser.");
            });
        }
    }
}
