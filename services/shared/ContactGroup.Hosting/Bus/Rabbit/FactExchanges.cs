using MassTransit;

namespace ContactGroup.Hosting.Bus.Rabbit;

/// <summary>Exchanges are called by the fact they carry, so that a broker's screen can be read and a class may be moved.</summary>
internal sealed class FactExchanges(IEntityNameFormatter others) : IEntityNameFormatter
{
    /// <summary>Name of the exchange of a fact.</summary>
    public static string Of(Type fact) => $"contactgroup.{fact.Name}";

    /// <inheritdoc />
    public string FormatEntityName<T>() => typeof(T) is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(SealedFacts<>)
        ? Of(type.GetGenericArguments()[0])
        : others.FormatEntityName<T>();
}
