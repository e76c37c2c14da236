using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Identity.Data;
using ContactGroup.Identity.Domain;
using ContactGroup.Identity.Features;
using Microsoft.AspNetCore.Identity;

namespace ContactGroup.Identity;

/// <summary>Lays out accounts for a demonstration, by the same rules as people do over HTTP.</summary>
internal static class Seeding
{
    public static async Task<IReadOnlyList<SeededPerson>> RunAsync(IServiceProvider services, AccountSeed seed, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var people = new List<SeededPerson>();
        foreach (var wanted in seed.Organisations)
        {
            var organisation = await OrganisationAsync(scope.ServiceProvider, wanted, cancellationToken);
            foreach (var person in wanted.People)
            {
                people.Add(await PersonAsync(scope.ServiceProvider, person, organisation));
            }
        }

        foreach (var administrator in seed.Administrators)
        {
            people.Add(await PersonAsync(scope.ServiceProvider, administrator, organisation: null));
        }

        return people;
    }

    private static async Task<Organisation> OrganisationAsync(IServiceProvider services, OrganisationSeed wanted, CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        var request = new OrganisationRequest(wanted.Name, ConstituencyCode.Of(wanted.Constituency) ?? "", wanted.Abbreviation, wanted.Force);
        var organisation = request.Check(checks, Contracts.Ids.New(), version: 1);
        Demand(!checks.Failed, wanted.Name, checks);
        return await services.GetRequiredKeyedService<ModuleStore>(IdentityModule.Name).WriteAsync(
            async scope =>
            {
                if (await Organisations.FindByNameAsync(scope.Connection, organisation.NameKey) is { } before)
                {
                    return before;
                }

                await Organisations.AddAsync(scope.Connection, organisation, scope.Now.ToMicroseconds());
                scope.Publish(organisation.Id, organisation.ToFact(scope.Now));
                return organisation;
            },
            cancellationToken);
    }

    private static async Task<SeededPerson> PersonAsync(IServiceProvider services, PersonSeed wanted, Organisation? organisation)
    {
        var account = await services.GetRequiredService<UserManager<Account>>().FindByNameAsync(wanted.Account);
        if (account is null)
        {
            var checks = new FieldChecks();
            var newcomer = Newcomer.Check(checks, wanted.Account, wanted.Password, wanted.DisplayName);
            Demand(!checks.Failed, wanted.Account, checks);
            (account, var refusal) = await services.GetRequiredService<Enrolment>().EnrolAsync(newcomer, organisation?.Id, (_, _) => Task.CompletedTask);
            Demand(account is not null, $"{wanted.Account}: {refusal?.ProblemDetails.Title}", checks);
        }

        return new SeededPerson(
            account!.Name, account.Id, account.DisplayName, organisation?.Id, organisation?.Name, organisation?.Constituency ?? default, organisation?.Force);
    }

    private static void Demand(bool holds, string what, FieldChecks checks)
    {
        if (!holds)
        {
            throw new ArgumentException($"The seed of {what} is refused: {string.Join(" ", checks.Errors.SelectMany(error => error.Value))}");
        }
    }
}
