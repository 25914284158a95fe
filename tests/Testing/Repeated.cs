using System.Collections.Concurrent;
using System.Net;

namespace Testing;

/// <summary>A call that is made again and again, two at a time, until it is to end.</summary>
public sealed class Repeated
{
    private readonly ConcurrentQueue<HttpStatusCode> answers = [];
    private readonly Func<Task<HttpStatusCode>> call;
    private readonly Task calling;
    private volatile bool isToEnd;

    private Repeated(Func<Task<HttpStatusCode>> call)
    {
        this.call = call;
        calling = Task.WhenAll(CallAsync(), CallAsync());
    }

    public static Repeated Start(Func<Task<HttpStatusCode>> call) => new(call);

    /// <summary>Waits until so many more have been answered.</summary>
    public async Task PassAsync(int count)
    {
        var target = answers.Count + count;
        await Eventually.IsTrueAsync(() => calling.IsCompleted || answers.Count >= target);
    }

    /// <summary>Every answer.</summary>
    public async Task<IReadOnlyCollection<HttpStatusCode>> EndAsync()
    {
        isToEnd = true;
        await calling;
        return answers;
    }

    private async Task CallAsync()
    {
        while (!isToEnd)
            answers.Enqueue(await call());
    }
}
