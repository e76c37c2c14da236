using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ContactGroup.Hosting.Options;

/// <summary>Options that explain and check themselves: a process with a wrong or misspelt setting does not start, and says which key.</summary>
public static class CheckedOptions
{
    /// <summary>
    /// Binds a section to <typeparamref name="T"/> and checks it at start by its annotations. A key in the section that no options class knows is
    /// refused: a misspelt bound is no bound. Several classes may share a section.
    /// </summary>
    public static OptionsBuilder<T> AddCheckedOptions<T>(this IServiceCollection services, string section)
        where T : class
    {
        if (!services.Any(known => known.ImplementationInstance is CheckedSection checkedSection && checkedSection == new CheckedSection(section, typeof(T))))
        {
            services.AddSingleton(new CheckedSection(section, typeof(T)));
            services.AddSingleton<IValidateOptions<T>>(provider => new CheckedOptionsValidator<T>(
                section, provider.GetService<IConfiguration>(), provider.GetServices<CheckedSection>()));
        }

        return services.AddOptions<T>().BindConfiguration(section).ValidateOnStart();
    }
}

/// <summary>That a section of the configuration is bound to an options class.</summary>
/// <param name="Section">Path of the section, such as <c>Edge</c>.</param>
/// <param name="Options">The class.</param>
public sealed record CheckedSection(string Section, Type Options)
{
    // A list without a setter is filled in place.
    internal IEnumerable<string> Keys => Options.GetProperties()
        .Where(property => property.CanWrite || (property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(System.Collections.IEnumerable))))
        .Select(property => property.Name);
}

internal sealed class CheckedOptionsValidator<T>(string section, IConfiguration? configuration, IEnumerable<CheckedSection> sections) : IValidateOptions<T>
    where T : class
{
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        var faults = results.Select(Sentence).Concat(Strangers()).Concat(StrangersInLists()).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private string Sentence(ValidationResult result)
    {
        var keys = string.Join(" and ", result.MemberNames.Select(member => $"{section}:{member}"));
        return $"Configuration key {(keys.Length > 0 ? keys : section)} is not usable: {result.ErrorMessage}";
    }

    private IEnumerable<string> Strangers()
    {
        var known = sections
            .SelectMany(other => string.Equals(other.Section, section, StringComparison.OrdinalIgnoreCase) ? other.Keys
                : other.Section.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase) ? [other.Section[(section.Length + 1)..].Split(':')[0]]
                : [])
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return (configuration?.GetSection(section).GetChildren() ?? [])
            .Where(child => !known.Contains(child.Key))
            .Select(child => Stranger(section, child.Key, known));
    }

    // An entry of a list is a section too.
    private IEnumerable<string> StrangersInLists() =>
        from property in typeof(T).GetProperties()
        where property.PropertyType.IsGenericType && property.PropertyType.GetGenericArguments()[0] is { IsClass: true } kind && kind != typeof(string)
        let known = property.PropertyType.GetGenericArguments()[0].GetProperties().Select(one => one.Name).ToHashSet(StringComparer.OrdinalIgnoreCase)
        from entry in configuration?.GetSection($"{section}:{property.Name}").GetChildren() ?? []
        from child in entry.GetChildren()
        where !known.Contains(child.Key)
        select Stranger($"{section}:{property.Name}:{entry.Key}", child.Key, known);

    private static string Stranger(string section, string key, HashSet<string> known) => Web.NearMatch.Find(key, known) is { } near
        ? $"Configuration key {section}:{key} does not exist. Did you mean {section}:{near}?"
        : $"Configuration key {section}:{key} does not exist. Remove it, or see docs/reference/configuration.md.";
}
