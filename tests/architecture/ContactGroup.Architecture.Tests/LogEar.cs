using System.Collections.Concurrent;

namespace ContactGroup.Architecture.Tests;

/// <summary>Keeps every log line with its category, scopes and exceptions, as a log file would.</summary>
[ProviderAlias("Ear")]
public sealed class LogEar : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> lines = new();
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => new Ear(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Ear(LogEar owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => owner.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}")) : string.Empty;
            var around = new List<string>();
            owner.scopes.ForEachScope((scope, all) => all.Add(scope?.ToString() ?? string.Empty), around);
            owner.lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} {values} {string.Join(' ', around)} {exception}");
        }
    }
}
