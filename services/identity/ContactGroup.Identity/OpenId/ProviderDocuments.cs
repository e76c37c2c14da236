namespace ContactGroup.Identity.OpenId;

/// <summary>What is known of a provider now.</summary>
internal sealed record ProviderFacts(Discovery Discovery, ProviderKeys Keys);

/// <summary>
/// Discovery document and keys of one provider, read when needed and again every hour, so that a key it withdraws stops counting; at once for a key that
/// nobody has seen, so that a new key needs no restart. Asks at most once in ten seconds, whatever comes in.
/// </summary>
internal sealed class ProviderDocuments(ProviderSettings settings, ProviderHttp http, TimeProvider clock, ILogger logger) : IDisposable
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim one = new(1, 1);
    private ProviderFacts? known;
    private DateTimeOffset read;
    private DateTimeOffset tried;
    private string failure = "";

    /// <summary>What is known, read again when it is old.</summary>
    /// <exception cref="ProviderUnavailableException">Nothing that is young enough is known.</exception>
    public Task<ProviderFacts> GetAsync(CancellationToken cancellationToken) => InTurnAsync(
        async () =>
        {
            if (known is null || clock.GetUtcNow() - read >= GoodFor)
            {
                await TryReadAsync(cancellationToken);
            }

            // A provider that cannot be reached for some hours does not lock people out; for longer, its keys may have been withdrawn.
            return known is not null && clock.GetUtcNow() - read < Longest ? known : throw new ProviderUnavailableException(failure);
        },
        cancellationToken);

    /// <summary>What is known after reading again, for a token whose key was not in what was seen.</summary>
    public Task<ProviderFacts> GetBeyondAsync(ProviderFacts seen, CancellationToken cancellationToken) => InTurnAsync(
        async () =>
        {
            if (ReferenceEquals(known, seen))
            {
                await TryReadAsync(cancellationToken);
            }

            return known ?? seen;
        },
        cancellationToken);

    public void Dispose() => one.Dispose();

    private async Task<ProviderFacts> InTurnAsync(Func<Task<ProviderFacts>> what, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            return await what();
        }
        finally
        {
            one.Release();
        }
    }

    private async Task TryReadAsync(CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - tried < Pause)
        {
            return;
        }

        try
        {
            var discovery = Discovery.Read(settings.Issuer, await http.GetAsync(Discovery.AddressOf(settings.Issuer), cancellationToken));
            var keys = ProviderKeys.Read(await http.GetAsync(discovery.Keys, cancellationToken));
            (known, read) = (new ProviderFacts(discovery, keys), clock.GetUtcNow());
            IdentityLog.ProviderRead(logger, settings.Name, keys.Count);
        }
        catch (Exception fault) when (fault is ProviderUnavailableException or OpenIdRefusedException)
        {
            failure = fault.Message;
            IdentityLog.ProviderNotRead(logger, settings.Name, failure);
        }
        finally
        {
            tried = clock.GetUtcNow();
        }
    }
}
