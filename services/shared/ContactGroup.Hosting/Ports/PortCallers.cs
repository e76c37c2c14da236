namespace ContactGroup.Hosting.Ports;

/// <summary>Asks ports of processes whose address is only known while running.</summary>
public sealed class PortCallers
{
    private readonly PortCaller caller;

    internal PortCallers(PortCaller caller) => this.caller = caller;

    /// <summary>The port at an address.</summary>
    public T At<T>(Uri address)
        where T : class => PortProxy<T>.At(caller, address);
}
