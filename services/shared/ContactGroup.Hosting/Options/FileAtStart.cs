using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Options;

/// <summary>
/// A file that a setting names, read once and before anybody is served. INVARIANT: what was looked at is what is used, whatever becomes of the file while the process
/// runs: options are made and checked more than once, and a file that is taken away must not refuse anybody anything.
/// </summary>
/// <typeparam name="T">What it is read into.</typeparam>
public sealed class FileAtStart<T>
    where T : class
{
    private readonly Lazy<(T? Value, string? Fault)> read;

    internal FileAtStart(string key, string? path, Func<string, (T? Value, string? Fault)> reader)
    {
        Key = key;
        read = new Lazy<(T?, string?)>(() => string.IsNullOrWhiteSpace(path) ? (null, null) : reader(path));
    }

    /// <summary>What was in it; null where the setting names none.</summary>
    public T? Value => read.Value.Value;

    /// <summary>The setting that names it.</summary>
    internal string Key { get; }

    /// <summary>What is wrong with it and what would be right; null where nothing is.</summary>
    internal string? Fault => read.Value.Fault;
}

/// <summary>Adds files that settings name.</summary>
public static class FilesAtStart
{
    /// <summary>Reads the file that a setting names, once for the process. One that cannot be used stops the start, and the key is named.</summary>
    /// <typeparam name="TOptions">The options that have the setting; they are checked at the start.</typeparam>
    /// <typeparam name="T">What it is read into; one file of a process for each.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="key">The whole key, such as <c>Movements:Boundaries</c>.</param>
    /// <param name="reader">Reads the file of a path, or says what is wrong with it and what would be right.</param>
    public static IServiceCollection AddFileAtStart<TOptions, T>(this IServiceCollection services, string key, Func<string, (T? Value, string? Fault)> reader)
        where TOptions : class
        where T : class
    {
        services.TryAddSingleton(provider => new FileAtStart<T>(key, provider.GetRequiredService<IConfiguration>()[key], reader));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, FileAtStartCheck<TOptions, T>>());
        return services;
    }
}

internal sealed class FileAtStartCheck<TOptions, T>(FileAtStart<T> file) : IValidateOptions<TOptions>
    where TOptions : class
    where T : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options) => file.Fault is { } fault
        ? ValidateOptionsResult.Fail($"Configuration key {file.Key} is not usable: {fault}")
        : ValidateOptionsResult.Success;
}
