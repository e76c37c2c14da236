namespace ContactGroup.Identity.OpenId;

/// <summary>What is known of a provider now.</summary>
internal sealed record ProviderFacts(Discovery Discovery, ProviderKeys Keys);

/// <summary>
/// Discovery document and keys of one provider, read when needed and again every hour, so that a key it withdraws stops counting; at once for a key that
/// nobody has seen, so that a new key needs no restart. Asks at most once in ten seconds, whatever comes in.
/// </summary>
internal sealed class ProviderDocuments(ProviderSettings settings, ProviderHttp http, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private Task reading = Task.CompletedTask;
    private Known? known;
    private DateTimeOffset tried;
    private string failure = "";

    /// <summary>What is known, read again when it is old.</summary>
    /// <exception cref="ProviderUnavailableException">Nothing that is young enough is known.</exception>
    public async Task<ProviderFacts> GetAsync(CancellationToken cancellationToken)
    {
        if (Within(GoodFor) is { } fresh)
        {
            return fresh;
        }

        // A provider that hangs keeps nobody waiting for long while what is known of it still counts.
        var read = ReadAgain();
        await (Within(Longest) is null ? read : Task.WhenAny(read, Task.Delay(Soon, clock, cancellationToken))).WaitAsync(cancellationToken);

        // A provider that cannot be reached for some hours does not lock people out; for longer, its keys may have been withdrawn.
        return Within(Longest) ?? throw new ProviderUnavailableException(failure);
    }

    /// <summary>What is known after reading again, for a token whose key was not in what was seen.</summary>
    public async Task<ProviderFacts> GetBeyondAsync(ProviderFacts seen, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(Volatile.Read(ref known)?.Facts, seen))
        {
            await ReadAgain().WaitAsync(cancellationToken);
        }

        return Volatile.Read(ref known)?.Facts ?? seen;
    }

    private ProviderFacts? Within(TimeSpan age) => Volatile.Read(ref known) is { } now && clock.GetUtcNow() - now.Read < age ? now.Facts : null;

    // INVARIANT: nobody's own reading. Whoever asked first and hung up would end it for all.
    private Task ReadAgain()
    {
        lock (gate)
        {
            if (reading.IsCompleted && clock.GetUtcNow() - tried >= Pause)
            {
                reading = ReadAsync();
            }

            return reading;
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            var discovery = Discovery.Read(settings.Issuer, await http.GetAsync(Discovery.AddressOf(settings.Issuer), CancellationToken.None));
            var keys = ProviderKeys.Read(await http.GetAsync(discovery.Keys, CancellationToken.None));
            Volatile.Write(ref known, new Known(new ProviderFacts(discovery, keys), clock.GetUtcNow()));
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

    private sealed record Known(ProviderFacts Facts, DateTimeOffset Read);
}
