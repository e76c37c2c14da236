using ContactGroup.Hosting.Authentication;

namespace ContactGroup.Identity.Features;

/// <summary>Who may run the deployment's accounts. That these addresses exist is no secret, so the refusal is plain.</summary>
internal static class RoleFilters
{
    public static RouteHandlerBuilder ForAdministrators(this RouteHandlerBuilder endpoint) => endpoint.Only(who => who.IsAdministrator);

    public static RouteHandlerBuilder ForAdministratorsAndCoordinators(this RouteHandlerBuilder endpoint) =>
        endpoint.Only(who => who.IsAdministrator || who.IsCoordinator);

    private static RouteHandlerBuilder Only(this RouteHandlerBuilder endpoint, Func<Participant, bool> may) => endpoint.RequireAuthorization(policy =>
        policy.RequireAssertion(context => ParticipantClaims.Read(context.User) is { } ticket && may(ticket.Participant)));
}
