using MassTransit;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace ContactGroup.Hosting.Bus.Rabbit;

/// <summary>
/// Sees to it that every queue that must have a fact is there before the first fact is published. One that is there is only looked at, which takes no right
/// to it: an account that may publish need not be able to read what others publish, nor to delete it.
/// </summary>
internal sealed class RabbitQueues(RabbitBus bus, TimeProvider clock, ILogger<RabbitQueues> log) : IFactQueues, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim turn = new(1);
    private volatile bool declared;

    public bool IsVolatile => false;

    public bool Demands(Type fact) => FactQueues.All.Any(known => known.Fact == fact);

    public async Task ReadyAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            while (!declared)
            {
                declared = await TryDeclareAsync(cancellationToken);
                if (!declared)
                {
                    await Task.Delay(Pause, clock, cancellationToken);
                }
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>A fact that a queue must have comes back when the broker has none for it; then the queues are declared anew before the next attempt.</summary>
    public async Task PublishAsync(IBus bus, object message, Type fact, CancellationToken cancellationToken)
    {
        var isDemanded = Demands(fact);
        try
        {
            await bus.Publish(message, message.GetType(), Pipe.Execute<PublishContext>(context => Demand(context, isDemanded)), cancellationToken);
        }
        catch
        {
            declared = false;
            throw;
        }
    }

    public void Dispose() => turn.Dispose();

    private static void Demand(PublishContext context, bool isDemanded)
    {
        if (context.TryGetPayload<RabbitMqSendContext>(out var send))
        {
            send.Mandatory = isDemanded;
        }
    }

    private async Task<bool> TryDeclareAsync(CancellationToken cancellationToken)
    {
        try
        {
            var factory = new ConnectionFactory { Uri = bus.Server, ClientProvidedName = "queues" };
            await using var connection = await factory.CreateConnectionAsync(cancellationToken);
            if (!await AreThereAsync(connection, cancellationToken))
            {
                await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
                await DeclareAsync(channel, cancellationToken);
            }

            return true;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            BusLog.QueuesMissing(log, failure.GetType().Name);
            return false;
        }
    }

    // The broker closes the channel on which a queue was looked for that is not there.
    private static async Task<bool> AreThereAsync(IConnection connection, CancellationToken cancellationToken)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            foreach (var queue in FactQueues.All.Select(known => known.Queue).Append(QueueForm.Undeliverable))
            {
                await channel.QueueDeclarePassiveAsync(queue, cancellationToken);
            }

            return true;
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return false;
        }
    }

    private static async Task DeclareAsync(IChannel channel, CancellationToken cancellationToken)
    {
        var quorum = new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" };
        foreach (var (fact, queue) in FactQueues.All)
        {
            var arguments = QueueForm.Arguments(ofOneInstance: false).ToDictionary(one => one.Name, one => (object?)one.Value, StringComparer.Ordinal);
            var exchange = FactExchanges.Of(fact);
            await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
            await channel.ExchangeDeclareAsync(queue, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
            await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: cancellationToken);
            await channel.ExchangeBindAsync(queue, exchange, string.Empty, cancellationToken: cancellationToken);
            await channel.QueueBindAsync(queue, queue, string.Empty, cancellationToken: cancellationToken);
        }

        // Last: that it is there says that all the others are, with their bindings.
        await channel.QueueDeclareAsync(QueueForm.Undeliverable, durable: true, exclusive: false, autoDelete: false, quorum, cancellationToken: cancellationToken);
    }
}
