using System.ComponentModel.DataAnnotations;
using StackExchange.Redis;

namespace ContactGroup.Hosting.Shared;

/// <summary>What the processes of a deployment count together. Section <c>Shared</c>. Not used when all run in one process.</summary>
public sealed class SharedOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Shared";

    /// <summary>Where the Redis server is that all processes share. Belongs into the environment, not into a file.</summary>
    /// <value>Such as <c>redis:6379,password=…,ssl=true</c>. Default: none; each process counts for itself.</value>
    public string? Redis { get; set; }

    /// <summary>What the keys on the server begin with. Deployments that share a server differ in it.</summary>
    /// <value>Small letters, digits, hyphens and colons. Default: <c>contactgroup:</c>.</value>
    [RegularExpression("^[a-z][a-z0-9:-]{0,62}$")]
    public string KeyPrefix { get; set; } = "contactgroup:";

    /// <summary>How many instances a service runs with at most. While the server does not answer, each instance gives its share of a limit only.</summary>
    /// <value>1 to 64. Default: 2.</value>
    [Range(1, 64)]
    public int Instances { get; set; } = 2;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Redis is not null && TryRead(Redis) is not { EndPoints.Count: > 0 })
        {
            // The value is not repeated: it may hold a password.
            yield return new ValidationResult("It must begin with host and port, and go on with settings of StackExchange.Redis such as password=….", [nameof(Redis)]);
        }
    }

    internal static ConfigurationOptions? TryRead(string text)
    {
        try
        {
            return ConfigurationOptions.Parse(text);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
