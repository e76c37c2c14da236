using System.Collections.Concurrent;

namespace ContactGroup.Testing;

/// <summary>Keeps every log line, with its exception, for a test to search.</summary>
public sealed class RecordedLog : ILoggerProvider, ILogger
{
    /// <summary>The lines, oldest first.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc />
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc />
    public bool IsEnabled(LogLevel logLevel) => true;

    /// <inheritdoc />
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{eventId.Id} {formatter(state, exception)} {exception}");

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
