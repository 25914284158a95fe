using Xunit.v3;

[assembly: AssemblyFixture(typeof(Documentation.Tests.Running.DocumentedSandbox))]

// The tests wait for other programs most of the time: more of them fit than there are processors.
[assembly: Parallelization(MaxThreads = 4)]
