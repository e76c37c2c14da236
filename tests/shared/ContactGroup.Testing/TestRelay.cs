using System.Net;
using System.Net.Sockets;

namespace ContactGroup.Testing;

/// <summary>A way to a server that can be cut, and that can hang: what is sent is then taken and nothing comes back.</summary>
public sealed class TestRelay : IAsyncDisposable
{
    private readonly IPEndPoint target;
    private readonly List<Socket> sockets = [];
    private readonly Lock gate = new();
    private TcpListener listener;
    private TaskCompletionSource open = Opened();

    internal TestRelay(IPEndPoint target)
    {
        this.target = target;
        listener = new TcpListener(IPAddress.Loopback, 0);
        Listen();
        Here = (IPEndPoint)listener.LocalEndpoint;
    }

    /// <summary>Where it is.</summary>
    public string Address => $"{Here.Address}:{Here.Port}";

    private IPEndPoint Here { get; }

    /// <summary>Nothing passes from now on, and nothing is closed.</summary>
    public void Hang() => Volatile.Write(ref open, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>What was held passes, and everything after it.</summary>
    public void GoOn() => Volatile.Read(ref open).TrySetResult();

    /// <summary>Closes everything and takes nothing more.</summary>
    public void Cut()
    {
        listener.Stop();
        CloseAll();
    }

    /// <summary>Takes connections again, at the same place.</summary>
    public void Mend()
    {
        listener = new TcpListener(Here);
        Listen();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Cut();
        GoOn();
        return ValueTask.CompletedTask;
    }

    private static TaskCompletionSource Opened()
    {
        var opened = new TaskCompletionSource();
        opened.SetResult();
        return opened;
    }

    private void Listen()
    {
        listener.Start();
        _ = TakeAsync(listener);
    }

    private async Task TakeAsync(TcpListener from)
    {
        try
        {
            while (true)
            {
                var near = await from.AcceptSocketAsync();
                var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
                lock (gate)
                {
                    sockets.Add(near);
                    sockets.Add(far);
                }

                await far.ConnectAsync(target);
                _ = PassAsync(near, far);
                _ = PassAsync(far, near);
            }
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It was cut.
        }
    }

    private async Task PassAsync(Socket from, Socket to)
    {
        try
        {
            var buffer = new byte[16 * 1024];
            while (await from.ReceiveAsync(buffer) is var count and > 0)
            {
                await Volatile.Read(ref open).Task;
                await to.SendAsync(buffer.AsMemory(0, count));
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // It was cut.
        }
    }

    private void CloseAll()
    {
        lock (gate)
        {
            sockets.ForEach(socket => socket.Dispose());
            sockets.Clear();
        }
    }
}
