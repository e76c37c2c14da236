using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary><c>groups open</c> and <c>groups posture</c>: what a coordinator does to a contact group as a whole.</summary>
internal static class ConvenedGroups
{
    private const string Postures = "cooperation (what is meant for both sides crosses at once), coexistence (after a coordinator has read it) or distance (forces are reached through their desks, and by notifications that name them)";

    public static Command BuildOpen(Cli cli)
    {
        var name = new Argument<string>("NAME") { Description = "The contact group's name." };
        var terms = new TermsOptions();
        var posture = new Option<string>("--posture") { Description = $"The form of contact between the sides: {Postures}.", HelpName = "posture", Required = true };
        return cli.Command("open", "Open a contact group with its terms of reference (coordinators). You are its first member.", RunAsync, [name, .. terms.All, posture]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var id = await (await run.ClientAsync(cancellationToken)).Coordination.OpenGroupAsync(
                run.Get(name), run.Get(terms.Purpose)!, run.Get(terms.Assumptions)!, run.Get(posture)!, key: null, cancellationToken);
            return run.Answers.Give("group", new { id }, say =>
            {
                say.Line($"Opened '{run.Get(name)}'. It has no channel and no other member yet:");
                say.Line("  contactgroup channels open NAME --kind plenary");
                say.Line("  contactgroup members add NAME --of ORGANISATION");
            });
        }
    }

    public static Command BuildPosture(Cli cli)
    {
        var posture = new Argument<string>("POSTURE") { Description = $"{char.ToUpperInvariant(Postures[0])}{Postures[1..]}." };
        var reason = new Option<string>("--reason") { Description = "Why; it is kept with the change.", HelpName = "text", Required = true };
        var group = GroupOption.Build();
        return cli.Command(
            "posture", "Change the form of contact between the sides (coordinators). What it closes is closed before this returns.", RunAsync, [posture, reason, group]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var found = await (await run.NamesAsync(cancellationToken)).GroupAsync(run.Get(group), cancellationToken);
            await (await run.ClientAsync(cancellationToken)).Coordination.ChangePostureAsync(found.Id, run.Get(posture), run.Get(reason)!, key: null, cancellationToken);
            return run.Answers.Give(
                "posture", new { group = found.Id, before = found.Posture, posture = run.Get(posture) }, say => say.Line($"'{found.Name}': {found.Posture} before, {run.Get(posture)} from now on."));
        }
    }
}
