using EndToEnd.Tests.Worlds;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(World))]

// The tests wait for other processes most of the time: more of them fit than there are processors.
[assembly: Parallelization(MaxThreads = 8)]
