using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ContactGroup.Client.Sessions;
using Polly;

namespace ContactGroup.Client.Transport;

/// <summary>One call: signed, tried again within bounds, its refusal turned into an exception.</summary>
internal sealed class ApiTransport(HttpClient http, ContactGroupClientOptions options, TimeProvider clock)
{
    // Slower than any line over which a person would wait: 8 kbit/s.
    private const double SlowestBytesPerSecond = 1000;

    private readonly ResiliencePipeline<HttpResponseMessage> retries = Retries.Build(options, clock);
    private readonly Uri root = new(options.Address.AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>Set by the client once; sign-in and refresh themselves go without it.</summary>
    public SessionKeeper? Sessions { get; set; }

    public Uri At(string path) => new(root, path);

    public Uri SocketAt(string path) => new UriBuilder(At(path)) { Scheme = root.Scheme is "https" ? "wss" : "ws" }.Uri;

    public Task<T> GetAsync<T>(string path, CancellationToken cancellationToken) =>
        CallAsync<T>(new ApiCall(HttpMethod.Get, path), cancellationToken);

    /// <summary>A command carries a key, which is why it may be sent again when no answer came.</summary>
    public Task<T> CommandAsync<T>(string path, object body, IdempotencyKey? key, CancellationToken cancellationToken) =>
        CallAsync<T>(ApiCall.Command(HttpMethod.Post, path, body, key), cancellationToken);

    /// <summary>A command that goes no further than was shown.</summary>
    public Task<T> CommandAsync<T>(string path, object body, string? audienceShown, IdempotencyKey? key, CancellationToken cancellationToken) =>
        CallAsync<T>(ApiCall.Command(HttpMethod.Post, path, body, key) with { AudienceShown = audienceShown }, cancellationToken);

    public Task CommandAsync(string path, object body, IdempotencyKey? key, CancellationToken cancellationToken) =>
        SendAsync(ApiCall.Command(HttpMethod.Post, path, body, key), cancellationToken);

    public async Task<T> CallAsync<T>(ApiCall call, CancellationToken cancellationToken)
    {
        using var answer = await AnswerAsync(call, cancellationToken).ConfigureAwait(false);
        try
        {
            var body = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return await JsonSerializer.DeserializeAsync<T>(body, Wire.Json, cancellationToken).ConfigureAwait(false) ?? throw new JsonException();
        }
        catch (JsonException unreadable)
        {
            throw new ContactGroupException(
                ErrorCodes.UnexpectedAnswer, answer.StatusCode, "The answer is not one of a ContactGroup server of this version.", inner: unreadable);
        }
    }

    public async Task SendAsync(ApiCall call, CancellationToken cancellationToken) =>
        (await AnswerAsync(call, cancellationToken).ConfigureAwait(false)).Dispose();

    /// <summary>The whole answer, for bodies that are not JSON; the caller disposes it.</summary>
    public Task<HttpResponseMessage> FetchAsync(ApiCall call, CancellationToken cancellationToken) => AnswerAsync(call, cancellationToken);

    private async Task<HttpResponseMessage> AnswerAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var token = call.Anonymous ? null : await Keeper.AccessTokenAsync(cancellationToken).ConfigureAwait(false);
        var answer = await AttemptsAsync(call, token, cancellationToken).ConfigureAwait(false);
        if (answer.StatusCode is HttpStatusCode.Unauthorized && token is not null)
        {
            answer.Dispose();
            token = await Keeper.RenewAsync(token, cancellationToken).ConfigureAwait(false);
            answer = await AttemptsAsync(call, token, cancellationToken).ConfigureAwait(false);
        }

        if (answer.IsSuccessStatusCode)
        {
            return answer;
        }

        using (answer)
        {
            throw await ProblemReader.ReadAsync(answer, cancellationToken).ConfigureAwait(false);
        }
    }

    private SessionKeeper Keeper => Sessions ?? throw new InvalidOperationException("The transport has no sessions.");

    private async Task<HttpResponseMessage> AttemptsAsync(ApiCall call, string? token, CancellationToken cancellationToken)
    {
        try
        {
            return await retries.ExecuteAsync(
                static async (state, cancel) => await state.Transport.AttemptAsync(state.Call, state.Token, cancel).ConfigureAwait(false),
                (Transport: this, Call: call, Token: token),
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException)
        {
            throw new ContactGroupException(
                ErrorCodes.Unreachable, status: null, $"No answer from {root.GetLeftPart(UriPartial.Authority)}: {failure.Message}", inner: failure);
        }
    }

    private async Task<HttpResponseMessage> AttemptAsync(ApiCall call, string? token, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.AttemptTimeout + TimeSpan.FromSeconds((call.Body?.Length ?? 0) / SlowestBytesPerSecond), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var request = call.ToRequest(At(call.Path));
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        try
        {
            var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            patience.CancelAfter(options.AttemptTimeout);
            await AnswerBody.LoadAsync(answer, http.MaxResponseContentBufferSize, () => patience.CancelAfter(options.AttemptTimeout), either.Token).ConfigureAwait(false);
            return answer;
        }
        catch (OperationCanceledException slow) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("it stood still for too long", slow);
        }
    }
}
