using System.CommandLine;
using ContactGroup.Cli.Output;
using ContactGroup.Client;

namespace ContactGroup.Cli.Commands;

/// <summary><c>organisations</c>: who takes part in a deployment, and what the policy takes them for.</summary>
internal static class OrganisationsCommand
{
    private const string Types = "un-humanitarian, ingo, nngo, rcrc, development, donor, host-authority, political, police, military, coordination or observer";

    public static Command Build(Cli cli) => Cli.Family(
        "organisations",
        "The organisations of this deployment (administrators; coordinators read them).",
        cli.Command("list", "List the organisations.", ListAsync),
        BuildAdd(cli),
        BuildPeople(cli),
        cli.Command("administrators", "List the administrators, who belong to no organisation (administrators).", AdministratorsAsync));

    private static async Task<ExitCode> ListAsync(Invocation run, CancellationToken cancellationToken)
    {
        var organisations = await (await run.ClientAsync(cancellationToken)).Administration.GetOrganisationsAsync(cancellationToken);
        return run.Answers.Give("organisations", organisations, say =>
        {
            if (organisations.Count == 0)
            {
                say.Line("There is none yet: contactgroup organisations add NAME --type TYPE");
                return;
            }

            say.Table(["NAME", "SHORT", "TYPE", "FORCE", "ID"], organisations.Select(o => new[] { o.Name, o.Abbreviation, o.Constituency, o.Force, o.Id }));
        });
    }

    private static Command BuildAdd(Cli cli)
    {
        var name = new Argument<string>("NAME") { Description = "The organisation's name." };
        var type = new Option<string>("--type") { Description = $"What it is in the theatre, which decides what it may see: {Types}.", HelpName = "type", Required = true };
        var abbreviation = new Option<string?>("--short") { Description = "A short name. Default: the name, cut.", HelpName = "text" };
        var force = new Option<string?>("--force") { Description = "The party's force, such as northern-force; needed for military, and for nobody else.", HelpName = "force" };
        return cli.Command("add", "Add an organisation (administrators).", RunAsync, [name, type, abbreviation, force]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var added = await (await run.ClientAsync(cancellationToken)).Administration.AddOrganisationAsync(
                run.Get(name), run.Get(abbreviation), run.Get(type)!, run.Get(force), key: null, cancellationToken);
            return run.Answers.Give("organisation", added, say => say.Line($"Added '{added.Name}' ({added.Constituency}). Invite its people: contactgroup invite \"{added.Name}\""));
        }
    }

    private static Command BuildPeople(Cli cli)
    {
        var organisation = new Argument<string>("ORGANISATION") { Description = "Name, short name or id." };
        return cli.Command("people", "List an organisation's people.", RunAsync, [organisation]);

        async Task<ExitCode> RunAsync(Invocation run, CancellationToken cancellationToken)
        {
            var found = await (await run.NamesAsync(cancellationToken)).OrganisationAsync(run.Get(organisation), cancellationToken);
            var people = await (await run.ClientAsync(cancellationToken)).Administration.GetPeopleAsync(found.Id, cancellationToken);
            return run.Answers.Give("people", people, say => Show(say, people));
        }
    }

    private static async Task<ExitCode> AdministratorsAsync(Invocation run, CancellationToken cancellationToken)
    {
        var all = await (await run.ClientAsync(cancellationToken)).Administration.GetAdministratorsAsync(cancellationToken);
        return run.Answers.Give("administrators", all, say => Show(say, all));
    }

    private static void Show(Answers say, IReadOnlyList<PersonOfOrganisation> people) => say.Table(
        ["NAME", "ACCOUNT", "STATE", "ID"], people.Select(p => new[] { p.DisplayName, p.Account, p.Suspended ? "suspended" : "active", p.Id }));
}
