using System.Net;
using System.Text.Json;

namespace ContactGroup.Client.Transport;

/// <summary>Turns a refusal (RFC 9457) into a <see cref="ContactGroupException"/>; an answer of another shape keeps only its status.</summary>
internal static class ProblemReader
{
    private sealed record Problem(string? Title, string? Detail, string? Code, Dictionary<string, string[]>? Errors, IReadOnlyList<AudiencePreview>? Views, string? Fingerprint);

    public static async Task<ContactGroupException> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var problem = await TryReadAsync(answer, cancellationToken).ConfigureAwait(false);
        var sentence = problem?.Detail ?? problem?.Title ?? $"The server answered {(int)answer.StatusCode} without saying why.";
        return new ContactGroupException(problem?.Code ?? CodeFor(answer.StatusCode), answer.StatusCode, sentence, problem?.Errors)
        {
            Audience = problem is { Views: { } views, Fingerprint: { } fingerprint } ? new WiderAudience(views, fingerprint) : null,
        };
    }

    // Something between client and server (a proxy, a captive portal) answers without a code of ours.
    private static string CodeFor(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => ErrorCodes.NotSignedIn,
        HttpStatusCode.TooManyRequests => ErrorCodes.TooManyRequests,
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => ErrorCodes.Unreachable,
        _ => ErrorCodes.UnexpectedAnswer,
    };

    private static async Task<Problem?> TryReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.Content.Headers.ContentType?.MediaType is not ("application/problem+json" or "application/json"))
        {
            return null;
        }

        try
        {
            var body = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return await JsonSerializer.DeserializeAsync<Problem>(body, Wire.Json, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
