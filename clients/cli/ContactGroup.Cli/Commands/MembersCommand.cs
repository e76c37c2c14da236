using System.CommandLine;

namespace ContactGroup.Cli.Commands;

/// <summary><c>members</c>: who belongs to a contact group.</summary>
internal static class MembersCommand
{
    public static Command Build(Cli cli) => Cli.Family("members", "Who belongs to a contact group.", BuildList(cli), BuildAdd(cli), BuildRemove(cli));

    private static Command BuildList(Cli cli)
    {
        var group = GroupOption.Build();
        return cli.Command("list", "List the members, as far as you may know of them.", RunAsync, [group]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var found = await (await run.NamesAsync(cancellationToken)).GroupAsync(run.Get(group), cancellationToken);
            var members = await (await run.ClientAsync(cancellationToken)).GetMembersAsync(found.Id, cancellationToken);
            return run.Answers.Give("members", members, say => say.Table(
                ["NAME", "ORGANISATION", "TYPE", "ID"], members.Select(m => new[] { m.DisplayName, m.Organisation, m.Constituency, m.Person })));
        }
    }

    private static Command BuildAdd(Cli cli)
    {
        var person = new Argument<string>("PERSON") { Description = "Id, or a name with --of." };
        var of = OrganisationOption.Build();
        var group = GroupOption.Build();
        return cli.Command("add", "Let a person into a contact group (coordinators). What they then see follows from their organisation.", RunAsync, [person, of, group]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var names = await run.NamesAsync(cancellationToken);
            var found = await names.GroupAsync(run.Get(group), cancellationToken);
            var who = await names.PersonAsync(run.Get(person), run.Get(of), cancellationToken);
            await (await run.ClientAsync(cancellationToken)).Coordination.AddMemberAsync(found.Id, who.Id, key: null, cancellationToken);
            return run.Answers.Give("member", new { group = found.Id, person = who.Id }, say => say.Line($"Added to '{found.Name}': {who.DisplayName}. They accept the terms of reference before they post."));
        }
    }

    private static Command BuildRemove(Cli cli)
    {
        var person = new Argument<string>("PERSON") { Description = "Name or id, as in the list." };
        var group = GroupOption.Build();
        return cli.Command("remove", "End a person's membership (coordinators). Their rights have ended before this returns.", RunAsync, [person, group]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var names = await run.NamesAsync(cancellationToken);
            var found = await names.GroupAsync(run.Get(group), cancellationToken);
            var who = await names.MemberAsync(found.Id, run.Get(person), cancellationToken);
            await (await run.ClientAsync(cancellationToken)).Coordination.RemoveMemberAsync(found.Id, who.Id, key: null, cancellationToken);
            return run.Answers.Give("removed", new { group = found.Id, person = who.Id }, say => say.Line($"Removed from '{found.Name}': {who.DisplayName}. What they could read there they read no more."));
        }
    }
}
