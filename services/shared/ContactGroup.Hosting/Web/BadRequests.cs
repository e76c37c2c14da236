using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Hosting.Web;

/// <summary>Turns what the framework says about a request it could not bind into a problem that names the field and the remedy.</summary>
internal static partial class BadRequests
{
    public static ProblemHttpResult Read(BadHttpRequestException exception) => exception switch
    {
        { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problems.Refused(ProblemCode.BodyTooLarge),
        { StatusCode: StatusCodes.Status408RequestTimeout } => Problems.Refused(ProblemCode.Unavailable), // A line that stood still: the same again may pass.
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } => Problems.Refused(ProblemCode.ContentTypeWrong),
        { InnerException: RefusedException refused } => Problems.Create(refused.Code, null, refused.Errors),
        { InnerException: JsonException json } => JsonFaults.Read(json),
        _ when Unbound().Match(exception.Message) is { Success: true } match => Unreadable(match),
        _ => Problems.Refused(ProblemCode.BodyUnreadable),
    };

    private static ProblemHttpResult Unreadable(Match match) => Problems.Invalid(
        JsonNamingPolicy.CamelCase.ConvertName(match.Groups["name"].Value),
        match.Groups["type"].Value.TrimEnd('?') switch
        {
            "int" or "long" => "Give a whole number.",
            "double" or "decimal" => "Give a number.",
            "bool" => "Give true or false.",
            "DateTimeOffset" => "Give an instant such as 2026-11-21T14:30:00Z.",
            "DateOnly" => "Give a day such as 2026-11-21.",
            _ => "Give a value that this address documents.",
        });

    // The framework has no other way to tell the parameter than its sentence; the value that the caller sent follows it and is not repeated.
    [GeneratedRegex("^(Failed to bind|Required) parameter \"(?<type>[^ \"]+) (?<name>[^\" ]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unbound();
}
