using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace ContactGroup.Testing;

/// <summary>The RabbitMQ server of the tests, which <c>infra/local/servers</c> starts. Every test finds it without queues.</summary>
public static class TestBroker
{
    /// <summary>Its address.</summary>
    public static Uri Address { get; } = new(Environment.GetEnvironmentVariable("CONTACTGROUP_TEST_RABBITMQ")
        ?? throw new InvalidOperationException("These tests need servers: eval \"$(infra/local/servers start FOLDER --throwaway)\" before, or filter them out with needs!=servers."));

    /// <summary>Removes queues and exchanges of an earlier test.</summary>
    public static Task CleanAsync(IEnumerable<string> queues, IEnumerable<string> exchanges) => OnChannelAsync(async channel =>
    {
        foreach (var queue in queues)
        {
            await channel.QueueDeleteAsync(queue);
        }

        foreach (var exchange in exchanges)
        {
            await channel.ExchangeDeleteAsync(exchange);
        }
    });

    /// <summary>Takes the oldest message of a queue, when there is one.</summary>
    public static async Task<byte[]> TakeAsync(string queue)
    {
        var taken = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        await OnChannelAsync(async channel =>
        {
            var consumer = new AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += (_, message) =>
            {
                taken.TrySetResult(message.Body.ToArray());
                return Task.CompletedTask;
            };
            await channel.BasicConsumeAsync(queue, autoAck: true, consumer);
            await taken.Task.WaitAsync(TimeSpan.FromSeconds(30));
        });
        return await taken.Task;
    }

    /// <summary>How many messages wait in a queue, not counting those that a consumer has.</summary>
    public static async Task<uint> WaitingAsync(string queue)
    {
        uint count = 0;
        await OnChannelAsync(async channel => count = await channel.MessageCountAsync(queue));
        return count;
    }

    private static async Task OnChannelAsync(Func<IChannel, Task> act)
    {
        await using var connection = await new ConnectionFactory { Uri = Address }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await act(channel);
    }
}
