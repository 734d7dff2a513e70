using System;

Run(new Job());

void Run(Job job) => job.Go();

class Job
{
    public void Go() { }
}

namespace Shop
{
    enum Kind { A }
}
