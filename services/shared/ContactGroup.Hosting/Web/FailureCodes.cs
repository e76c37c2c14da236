using ContactGroup.Hosting.Ports;
using ContactGroup.Hosting.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Data.Sqlite;
using Npgsql;
using Polly;

namespace ContactGroup.Hosting.Web;

/// <summary>Which problem an exception or a bare status becomes.</summary>
internal static class FailureCodes
{
    public static ProblemHttpResult Read(Exception failure) => failure switch
    {
        RefusedException refused => Problems.Create(refused.Code, null, refused.Errors, refused.Members),
        BadHttpRequestException bad => BadRequests.Read(bad),
        StoreUnavailableException or PortUnavailableException or TimeoutException or OperationCanceledException or ExecutionRejectedException => Problems.Refused(ProblemCode.Unavailable),
        SqliteException { SqliteErrorCode: 5 or 6 or 8 or 10 or 13 or 14 } => Problems.Refused(ProblemCode.Unavailable), // busy, locked, read-only, I/O, full, cannot open
        NpgsqlException { IsTransient: true } => Problems.Refused(ProblemCode.Unavailable), // no server, no connection free, or it is starting or stopping
        _ => Problems.Refused(ProblemCode.Unexpected),
    };

    public static ProblemCode ForStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => ProblemCode.NotSignedIn,
        StatusCodes.Status403Forbidden => ProblemCode.RoleNotAllowed,
        StatusCodes.Status404NotFound => ProblemCode.NotFound,
        StatusCodes.Status405MethodNotAllowed => ProblemCode.MethodNotAllowed,
        StatusCodes.Status413PayloadTooLarge => ProblemCode.BodyTooLarge,
        StatusCodes.Status415UnsupportedMediaType => ProblemCode.ContentTypeWrong,
        StatusCodes.Status429TooManyRequests => ProblemCode.TooManyRequests,
        StatusCodes.Status503ServiceUnavailable or StatusCodes.Status504GatewayTimeout => ProblemCode.Unavailable,
        >= 500 => ProblemCode.Unexpected,
        _ => ProblemCode.BodyUnreadable,
    };
}
