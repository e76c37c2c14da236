using System.Data.Common;
using System.Security.Cryptography;
using ContactGroup.Hosting.Ports;
using ContactGroup.Hosting.Storage;
using Dapper;
using Polly;
using Polly.Retry;

namespace ContactGroup.Hosting.Bus;

/// <summary>Brings facts to a consumer: opens the seal, retries, isolates and parks what cannot be handled, confirms to the outbox.</summary>
public sealed class FactDelivery
{
    private readonly FactSeal seal;
    private readonly DeliveryConfirmations confirmations;
    private readonly TimeProvider clock;
    private readonly FactMeter meter;
    private readonly ILogger<FactDelivery> log;
    private readonly ResiliencePipeline retries;
    private readonly ResiliencePipeline patience;
    private readonly ResiliencePipeline parking;

    internal FactDelivery(FactSeal seal, DeliveryConfirmations confirmations, FactMeter meter, TimeProvider clock, ILogger<FactDelivery> log)
    {
        this.seal = seal;
        this.confirmations = confirmations;
        this.meter = meter;
        this.clock = clock;
        this.log = log;
        retries = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = 5,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(50),
                ShouldHandle = new PredicateBuilder().Handle<Exception>(failure => !IsOutage(failure)),
            })
            .Build();

        // INVARIANT: an outage passes nothing over. What comes later waits behind it, so order is kept. What cannot even be parked is an outage whatever it is.
        patience = Endless(clock, log, IsOutage);
        parking = Endless(clock, log, failure => failure is not OperationCanceledException);
    }

    internal async Task DeliverAsync<T>(
        string consumer,
        ModuleStore? store,
        SealedFacts<T> sent,
        Func<string, bool> isWanted,
        Func<IReadOnlyList<Delivery<T>>, CancellationToken, Task> handle,
        CancellationToken cancellationToken)
        where T : class
    {
        var facts = sent.Facts.Where(fact => isWanted(fact.Partition)).ToList();
        try
        {
            if (facts.Count > 0)
            {
                await TryAsync(token => handle([.. facts.Select(fact => Open<T>(fact, sent.At))], token), cancellationToken);
            }
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            BusLog.BatchFailed(log, consumer, facts.Count, failure.GetType().Name);
            foreach (var fact in facts)
            {
                await DeliverOneAsync(consumer, store, fact, handle, cancellationToken);
            }
        }

        if (sent.At is { } relayed)
        {
            meter.NoteDone(consumer, clock.GetUtcNow() - relayed);
        }

        confirmations.Confirm(sent.Batch);
    }

    internal async Task DeliverOneAsync<T>(
        string consumer,
        ModuleStore? store,
        SealedFact fact,
        Func<IReadOnlyList<Delivery<T>>, CancellationToken, Task> handle,
        CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            await TryAsync(token => handle([Open<T>(fact)], token), cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            await ParkAsync<T>(consumer, store, fact, failure, cancellationToken);
        }
    }

    private Task ParkAsync<T>(string consumer, ModuleStore? store, SealedFact fact, Exception failure, CancellationToken cancellationToken)
        where T : class
    {
        meter.NoteFailure(consumer);
        if (store is null)
        {
            BusLog.LetGo(log, consumer, fact.MessageId, failure.GetType().Name);
            return Task.CompletedTask;
        }

        BusLog.Parked(log, consumer, fact.MessageId, failure.GetType().Name);
        return parking.ExecuteAsync(
            async token => await store.WriteAsync(scope => AddAsync<T>(scope, consumer, fact, failure), token), cancellationToken).AsTask();
    }

    private static ResiliencePipeline Endless(TimeProvider clock, ILogger<FactDelivery> log, Func<Exception, bool> handles) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(100),
                MaxDelay = TimeSpan.FromSeconds(5),
                ShouldHandle = new PredicateBuilder().Handle(handles),
                OnRetry = attempt =>
                {
                    BusLog.Waiting(log, attempt.Outcome.Exception!.GetType().Name);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();

    // A key that is not here yet, or a key ring that is not the deployment's, is as good as an outage: nothing of it is the fact's fault.
    private static bool IsOutage(Exception failure) =>
        failure is StoreUnavailableException or PortUnavailableException or CryptographicException or DbException { IsTransient: true };

    private async Task TryAsync(Func<CancellationToken, Task> act, CancellationToken cancellationToken) => await patience.ExecuteAsync(
        async outer => await retries.ExecuteAsync(async inner => await act(inner), outer), cancellationToken);

    private Task<int> AddAsync<T>(WriteScope scope, string consumer, SealedFact fact, Exception failure)
        where T : class => scope.Connection.ExecuteAsync(
            """
            INSERT INTO parked (consumer, message_id, fact, partition_key, payload, reason, at)
            VALUES (@consumer, @MessageId, @name, @Partition, @Payload, @reason, @at) ON CONFLICT DO NOTHING
            """,
            new
            {
                consumer,
                fact.MessageId,
                name = FactNames.Of<T>(),
                fact.Partition,
                fact.Payload,
                reason = failure.GetType().Name,
                at = clock.GetUtcNow().ToMicroseconds(),
            });

    private Delivery<T> Open<T>(SealedFact fact, DateTimeOffset? at = null)
        where T : class => new(fact.MessageId, fact.Partition, seal.Open<T>(fact.Payload)) { At = at };
}
