using System.ComponentModel.DataAnnotations;

namespace ContactGroup.Hosting.Bus;

/// <summary>What carries facts.</summary>
public enum BusTransport
{
    /// <summary>Memory of the one process; the outbox makes it durable.</summary>
    Memory,

    /// <summary>A RabbitMQ broker between processes.</summary>
    RabbitMq,
}

/// <summary>How facts travel. Section <c>Bus</c>.</summary>
public sealed class BusOptions : IValidatableObject
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Bus";

    /// <summary>What carries facts.</summary>
    /// <value><c>memory</c> or <c>rabbitmq</c>. Default: <c>memory</c>.</value>
    public BusTransport Transport { get; set; } = BusTransport.Memory;

    /// <summary>Where the broker is and who signs in there. Belongs into the environment, not into a file.</summary>
    /// <value>An address such as <c>amqp://contactgroup:…@broker:5672/contactgroup</c>. Default: none; needed when the transport is <c>rabbitmq</c>.</value>
    public Uri? Server { get; set; }

    /// <summary>Name of this process among those of its kind; what every instance has to hear for itself waits for it under this name.</summary>
    /// <value>Small letters, digits and hyphens, the same after a restart. Default: the name of the machine.</value>
    [RegularExpression("^[a-z0-9][a-z0-9-]{0,62}$")]
    public string Node { get; set; } = NameOfMachine();

    /// <summary>How long a fact is kept, sealed, after the broker has confirmed it, so that it can be sent again when the broker is lost or a backup is restored.</summary>
    /// <value>Minutes; 60 to 20,160 (14 days). Default: 1,440 (a day). A consumer that is away for longer may lack facts after that.</value>
    [Range(60, 20_160)]
    public int KeptMinutes { get; set; } = 1_440;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Transport == BusTransport.RabbitMq && Server is not { IsAbsoluteUri: true, Scheme: "amqp" or "amqps" })
        {
            yield return new ValidationResult("With the transport rabbitmq it must be an address that begins with amqp:// or amqps://.", [nameof(Server)]);
        }
    }

    private static string NameOfMachine()
    {
        var letters = Environment.MachineName.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        return string.Concat(letters).Trim('-') is { Length: > 0 } name ? name[..Math.Min(name.Length, 63)] : "node";
    }
}
