using System.Globalization;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Web;
using ContactGroup.Identity.Data;
using ContactGroup.Identity.Domain;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace ContactGroup.Identity.Features;

/// <summary>
/// A person signs in with a local account. Unknown account, wrong password, locked and suspended do the same work and get the same answer: whether
/// somebody has an account here is nobody's business. <see cref="ReturnFromProvider"/> starts the same session through an outside provider.
/// </summary>
internal static class SignIn
{
    public sealed record Request(string Account, string Password, bool? Cookie = null);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPost("/sessions", HandleAsync)
        .AllowAnonymous() // this is the door
        .AddEndpointFilter<SlowDown>()
        .WithName(nameof(SignIn))
        .WithSummary("Sign in with account and password");

    private static async Task<Results<Ok<SessionTokens>, Ok<PersonAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, UserManager<Account> users, Decoy decoy, SignInPace pace, FailedSignIns failures, Sessions sessions, AccessTokens tokens,
        HttpContext context, ILogger<Sessions> logger, CancellationToken cancellationToken)
    {
        var checks = new FieldChecks();
        checks.That(request.Account.Length is > 0 and <= 256, "account", "Give your account, at most 256 characters.");
        checks.That(request.Password.Length is > 0 and <= PasswordRules.MaxLength, "password", $"Give your password, at most {PasswordRules.MaxLength} characters.");
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        var name = users.NormalizeName(request.Account.Trim())!;
        if (pace.WaitForAccount(name) is { } seconds)
        {
            IdentityLog.SignInSlowed(logger);
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return Problems.Refused(ProblemCode.TooManyRequests);
        }

        var open = await failures.CountAsync(name, cancellationToken);
        var account = await users.FindByNameAsync(request.Account.Trim());
        var right = await users.CheckPasswordAsync(account?.PasswordHash is null ? decoy.Account : account, request.Password);
        if (account is null)
        {
            return Problems.Refused(ProblemCode.SignInRefused);
        }

        if (!open || !right || account.SuspendedAt is not null)
        {
            IdentityLog.SignInRefused(logger, account.Id, !open ? "locked" : !right ? "wrong password" : "suspended");
            return Problems.Refused(ProblemCode.SignInRefused);
        }

        return await sessions.StartAsync(account, refreshable: request.Cookie is not true, cancellationToken) is { } session
            ? await AnswerAsync(session, tokens, context)
            : Problems.Refused(ProblemCode.SignInRefused);
    }

    private static async Task<Results<Ok<SessionTokens>, Ok<PersonAnswer>, ProblemHttpResult>> AnswerAsync(
        RunningSession session, AccessTokens tokens, HttpContext context)
    {
        if (session.RefreshToken is not null)
        {
            return TypedResults.Ok(SessionTokens.Of(session, tokens));
        }

        await context.SignInAsync(SessionSchemes.Cookie, ParticipantClaims.Write(session.Participant, session.Since));
        return TypedResults.Ok(new PersonAnswer(new PersonName(session.Participant.PersonId, session.Participant.DisplayName)));
    }
}
