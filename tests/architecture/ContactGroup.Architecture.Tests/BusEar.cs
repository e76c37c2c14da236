using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using ContactGroup.Hosting.Bus;
using MassTransit;

namespace ContactGroup.Architecture.Tests;

/// <summary>Keeps what is published and who consumed it.</summary>
public sealed class BusEar : IPublishObserver, IReceiveObserver
{
    private readonly ConcurrentQueue<object> published = new();
    private readonly ConcurrentQueue<(string Consumer, string Batch)> consumed = new();
    private readonly ConcurrentQueue<string> faults = new();

    /// <summary>Batches of facts, in order.</summary>
    public IReadOnlyCollection<object> Published => published;

    /// <summary>Consumers with the batch that they are done with.</summary>
    public IReadOnlyCollection<(string Consumer, string Batch)> Consumed => consumed;

    /// <summary>What the bus holds, as it would be written to a broker: bodies and headers.</summary>
    public IReadOnlyCollection<string> Wire { get; private set; } = new ConcurrentQueue<string>();

    public static string BatchOf(object message) => (string)message.GetType().GetProperty("Batch")!.GetValue(message)!;

    public Task PrePublish<T>(PublishContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PostPublish<T>(PublishContext<T> context)
        where T : class
    {
        published.Enqueue(context.Message);
        ((ConcurrentQueue<string>)Wire).Enqueue(
            $"{JsonSerializer.Serialize(context.Message)} {PayloadsOf(context.Message)} {string.Join(' ', context.Headers.GetAll().Select(header => $"{header.Key}={header.Value}"))}");
        return Task.CompletedTask;
    }

    public Task PublishFault<T>(PublishContext<T> context, Exception exception)
        where T : class => Fault(exception);

    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class
    {
        consumed.Enqueue((consumerType, BatchOf(context.Message)));
        return Task.CompletedTask;
    }

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class => Fault(exception);

    public Task ReceiveFault(ReceiveContext context, Exception exception) => Fault(exception);

    /// <summary>Payloads as bytes: JSON carries them as Base64, in which no word would be found.</summary>
    private static string PayloadsOf(object message) =>
        message.GetType().GetProperty("Facts")?.GetValue(message) is IEnumerable<SealedFact> facts
            ? string.Join(' ', facts.Select(fact => Encoding.Latin1.GetString(fact.Payload)))
            : string.Empty;

    private Task Fault(Exception exception)
    {
        faults.Enqueue(exception.ToString());
        ((ConcurrentQueue<string>)Wire).Enqueue(exception.ToString());
        return Task.CompletedTask;
    }
}
