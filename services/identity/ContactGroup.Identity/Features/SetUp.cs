using ContactGroup.Hosting.Web;
using ContactGroup.Identity.Domain;
using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Identity.Features;

/// <summary>First run: whoever can read the console makes the first administrator.</summary>
internal static class SetUp
{
    public sealed record Request(string Code, string Account, string Password, string DisplayName);

    public static void Map(IEndpointRouteBuilder identity) => identity
        .MapPost("/setup", HandleAsync)
        .AllowAnonymous() // nobody can be signed in yet
        .AddEndpointFilter<SlowDown>()
        .WithName(nameof(SetUp))
        .WithSummary("Make the first administrator with the one-time code");

    private static async Task<Results<Created<PersonAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, SetUpCode code, Enrolment enrolment, ILogger<SetUpCode> logger)
    {
        if (!code.Matches(request.Code))
        {
            IdentityLog.SetUpRefused(logger);
            return Problems.Refused(ProblemCode.SetUpRefused);
        }

        var checks = new FieldChecks();
        var newcomer = Newcomer.Check(checks, request.Account, request.Password, request.DisplayName);
        if (checks.Failed)
        {
            return Problems.Invalid(checks);
        }

        var (account, refusal) = await enrolment.EnrolAsync(
            newcomer,
            organisation: null,
            async (scope, _) =>
            {
                // Two at once, or another process: only the first account may come this way.
                if (await scope.Connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM people") > 1)
                {
                    throw new RefusedException(ProblemCode.SetUpRefused);
                }
            });
        if (account is null)
        {
            return refusal!;
        }

        code.Close();
        IdentityLog.SetUpDone(logger, account.Id);
        return TypedResults.Created((string?)null, new PersonAnswer(new PersonName(account.Id, account.DisplayName)));
    }
}
