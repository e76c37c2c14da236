using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Options;
using ContactGroup.Hosting.Ports;
using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using ContactGroup.Identity.Data;
using ContactGroup.Identity.Domain;
using ContactGroup.Identity.Features;
using ContactGroup.Identity.OpenId;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ContactGroup.Identity;

/// <summary>Organisations, accounts, sign-in and sessions: who is who.</summary>
public static class IdentityModule
{
    internal const string Name = "identity";

    /// <summary>Adds the module. The host adds authentication, as every host does.</summary>
    public static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services.AddModuleStore(Name, typeof(IdentityModule).Assembly);
        services.AddCheckedOptions<SignInLimits>(SignInLimits.Section);
        services.AddCheckedOptions<Deployment>(Deployment.Section);
        services.AddOpenId();
        services.AddIdentityCore<Account>(Configure)
            .AddUserStore<AccountStore>()
            .AddPasswordValidator<PasswordRules>();
        services.AddScoped<Enrolment>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SignInPace>();
        services.AddSingleton<FailedSignIns>();
        services.AddSingleton<Decoy>();
        services.TryAddKeyedSingleton<TextWriter>(SetUpCode.Sink, Console.Out);
        services.AddSingleton<SetUpCode>();
        services.AddSingleton<EndedSessions>();
        services.AddSingleton<ISessionRevocation>(provider => provider.GetRequiredService<EndedSessions>());
        services.AddSingleton<IEndedSessions, SessionSequence>();
        services.AddHostedService<IdentityStartup>();
        services.AddHostedService<SessionsReload>();
        return services;
    }

    /// <summary>Maps the module's endpoints under <c>/api/identity</c>.</summary>
    public static IEndpointRouteBuilder MapIdentity(this IEndpointRouteBuilder app)
    {
        var identity = app.MapModule(Name);
        SetUp.Map(identity);
        SignIn.Map(identity);
        RefreshSession.Map(identity);
        SignOut.Map(identity);
        WhoAmI.Map(identity);
        ListOrganisations.Map(identity);
        AddOrganisation.Map(identity);
        ChangeOrganisation.Map(identity);
        ListPeople.Map(identity);
        ListAdministrators.Map(identity);
        Invite.Map(identity);
        AcceptInvitation.Map(identity);
        SuspendPerson.Map(identity);
        ListProviders.Map(identity);
        SignInAtProvider.Map(identity);
        AcceptInvitationAtProvider.Map(identity);
        ReturnFromProvider.Map(identity);
        return app;
    }

    /// <summary>Answers internal calls of the other services.</summary>
    public static IEndpointRouteBuilder MapIdentityPorts(this IEndpointRouteBuilder app) => app.MapPort<IEndedSessions>();

    /// <summary>
    /// Lays out accounts before the host starts. What exists already is left as it is, so it may run at every start. Never reachable over HTTP.
    /// </summary>
    /// <exception cref="ArgumentException">The seed breaks a rule that the same command over HTTP would be refused for.</exception>
    public static Task<IReadOnlyList<SeededPerson>> SeedAsync(IServiceProvider services, AccountSeed seed, CancellationToken cancellationToken) =>
        Seeding.RunAsync(services, seed, cancellationToken);

    /// <summary>Whether anybody has an account.</summary>
    public static Task<bool> HasAccountsAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredKeyedService<ModuleStore>(Name).ReadAsync(People.AnyAsync, cancellationToken);

    private static void Configure(IdentityOptions identity)
    {
        identity.User.AllowedUserNameCharacters = AccountName.Characters;
        identity.Password.RequiredLength = PasswordRules.MinLength;
        identity.Password.RequireDigit = false;
        identity.Password.RequireLowercase = false;
        identity.Password.RequireUppercase = false;
        identity.Password.RequireNonAlphanumeric = false;
    }
}
