using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary><c>suspend</c>: ends a person's sessions and lets them in no more.</summary>
internal static class SuspendCommand
{
    public static Command Build(Cli cli)
    {
        var person = new Argument<string>("PERSON") { Description = "Id, or a name with --of or --administrator." };
        var of = OrganisationOption.Build();
        var administrator = new Option<bool>("--administrator") { Description = "The person is an administrator, who belongs to no organisation." };
        return cli.Command(
            "suspend", "End a person's sessions and let them in no more (administrators). Live connections close before this returns.", RunAsync, [person, of, administrator]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var names = await run.NamesAsync(cancellationToken);
            var who = run.Get(administrator)
                ? await names.AdministratorAsync(run.Get(person), cancellationToken)
                : await names.PersonAsync(run.Get(person), run.Get(of), cancellationToken);
            await (await run.ClientAsync(cancellationToken)).Administration.SuspendAsync(who.Id, key: null, cancellationToken);
            return run.Answers.Give("suspended", new { person = who.Id }, say => say.Line($"Suspended: {who.DisplayName}. Every session of theirs has ended."));
        }
    }
}
