using System.Net;
using System.Net.Http.Headers;

namespace ContactGroup.Identity.OpenId;

/// <summary>Asks a provider. Bounded in time and size; follows no redirect, because it could lead anywhere.</summary>
internal sealed class ProviderHttp(TimeProvider clock) : IDisposable
{
    private const int MostBytes = 256 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        MaxResponseContentBufferSize = MostBytes,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Fetches a document.</summary>
    /// <exception cref="ProviderUnavailableException">There was none.</exception>
    public async Task<string> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var (status, text) = await SendAsync(request, cancellationToken);
        return status is HttpStatusCode.OK ? text : throw new ProviderUnavailableException($"status {(int)status}");
    }

    /// <summary>Posts a form; null when the provider refused it.</summary>
    /// <exception cref="ProviderUnavailableException">There was no answer.</exception>
    public async Task<string?> PostAsync(
        Uri address, IReadOnlyDictionary<string, string> form, AuthenticationHeaderValue? client, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = client;
        var (status, text) = await SendAsync(request, cancellationToken);
        return (int)status >= 500 ? throw new ProviderUnavailableException($"status {(int)status}") : status is HttpStatusCode.OK ? text : null;
    }

    public void Dispose() => http.Dispose();

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Accept.ParseAdd("application/json");
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(either.Token));
        }
        catch (Exception failure) when (
            failure is HttpRequestException or IOException or InvalidOperationException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ProviderUnavailableException(failure.GetType().Name);
        }
    }
}
