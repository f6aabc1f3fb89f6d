<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>core</name>
    <message>
        <source>end other programs that use the card, or use a smaller batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look for Xid in the system&apos;s log; the step is repeated by a new worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card failed while %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card&apos;s memory is full: %1 MiB are free and %2 MiB more were wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 in %1 leaves fewer than 20 expected wins in %2 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to %1 are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2^%1 is no scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenSSL could not compute HMAC-SHA256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenSSL could not compute SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt&apos;s plugin for SQLite is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite keeps the journal mode %1 instead of WAL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite reports: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>__metadata__ has a value that is no string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>__metadata__ has neither , nor }</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>__metadata__ has no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>__metadata__ has the key &apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>__metadata__ is no object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a bond of %1 credits does not make cheating a loss, even with every claim checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a bond of %1 credits or more would do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a call has no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a contract pauses at most an hour in all; %1 s are left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date or time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a depth of %1 is beyond %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a frame announces %1 bytes; from 1 to %2 are allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a frame is not an array that begins with its kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a frame is not canonical CBOR: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a frame is of no kind that this version knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a goodbye cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a host answers the hub only with openings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a host does not know this question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a hub cannot be reached at port 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a layer of kind %1 has no setting of this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a layer of kind %1 needs this setting once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a length is beyond the input&apos;s size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a logit is a NaN, an infinity or too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a map&apos;s keys are not sorted or not unique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name is longer than %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number is a NaN or an infinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a period is longer than a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a period is not between a millisecond and a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a provider knows no &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quote is not closed on its line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a real number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a renter answers only with data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a renter answers the hub only with data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a renter knows no &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a row has more than %1 fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a row of %1 belongs to none of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a row of %1 refers to none of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sample has %1 features, an image of %2 × %3 has %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a state is little-endian bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a step costs at least one micro-credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a step failed, and windows follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a step would have %1 iterations, more than 1000000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sum is too large for binary32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a term is a NaN or an infinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text is not valid UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a truth value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a window holds at most %1 steps, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a layer with type = &quot;linear&quot; and as many outputs as classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a linear layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add width = 8 and height = 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all accounts together hold %1 micro-credits instead of 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amounts cannot be negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an IPv6 address needs brackets, and there is one port only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an amount left its range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an answer to a call that was never made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an element of the result is too large for binary32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an error in an answer cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an integer is below -2^63</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an operand holds a NaN or an infinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and nothing shows what the host did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and nothing shows what the renter did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>announces a header of %1 bytes and ends after %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>announces a header of %1 bytes, more than %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>announces the shape %1 and holds %2 elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another claim than the drawn one was due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program holds the database: nothing was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program runs on this directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another step than the drawn one was due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered something else than was asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered what was not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are not 1 to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrays are read by copying little-endian bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask again: it is started anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask for at most %1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask for fewer steps at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask for steps of the job only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask its operator for the present address; do not trust what answers here until then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch %1 is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch = &quot;full&quot;, or batch = 64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch: another claim was due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch: h_j is not of the chain that the admission anchors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch: holds more claims than were agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch: not the hub&apos;s words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blob piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bond freed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes follow the item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be listed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be made durable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be opened: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be put in its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read to its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be started: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot listen: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>carries a commitment of somebody or something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cbor: a head that head() should have refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cbor: a map with equal keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cheating pays: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check one in %1 or more often, or raise the bond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check that both programs are unaltered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check that the address belongs to this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check that the directory exists and is yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the address and that the other side runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the directory and the free space, then run resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the disk and its free space, and start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the disk and the directory&apos;s permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the disk and the file&apos;s permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the disk, its free space and your quota, and start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the path and its permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the permissions of the file and its directory, and that the disk is not mounted read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check: not the hub&apos;s words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a directory of your own with --data-dir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a host from the listings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a longer period in the terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a port above 1023</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a shorter one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a step of a window that was drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose an empty directory with --data-dir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose another address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose another directory with --data-dir, or move the file away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose another host or a smaller bond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose larger odds (a smaller n), or n = 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed to others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comes after the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comes after the grace: the window is checked and paid by the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comes out of turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comes twice in the metadata, or is no UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>command %1 is stored with other content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete or remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computing steps %1 to %2 again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connect again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected to the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>convert it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>convert them to F32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct the line; a key is written as name = value, a text in double quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct the path; it is relative to the job file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct width and height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counts %1 steps, committed are %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data belongs into files of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete the file and fetch it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did you mean %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not make the committed root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not begin at Y[0]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not begin where the last one ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not begin where the one before it ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not begin where the window before ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not begin with &quot;unchained/hello/v1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not begin with {</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not belong here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not carry a usable Ed25519 key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not decode (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not end in the last window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit a state of %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not have all of descr, fortran_order and shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not lead from the leaf to the committed root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not open the last window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not sum to zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>elements of type %1 are not read here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end every other program that writes to this directory, and start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end it first, or choose another directory with --data-dir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end with a linear layer of as many outputs as there are classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended by signal %1 before it had answered%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended with exit status %1 before it had answered%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended with exit status %1%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends at another iteration than the first contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends at window %1, the last receipted one is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends early without a failed step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends early without a failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends inside its header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends outside the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>escrow returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event %1 is not the next one of contract %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event %1 is not the next one of the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event %1 of contract %2 is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event %1 of the log is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>face value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>features need a first dimension for the samples and at least one more, none of them 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fetch it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fetch it from another peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>four files are already a split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free space there, or choose another directory with --data-dir, and start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>get an undamaged copy of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a .safetensors file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a file such as train-images-idx3-ubyte.gz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a model of the same layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a smaller file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a smaller scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a table with at least one row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give each host a data directory and a key of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give features and labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give features and labels, or these twice: for training and held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give features too, or another separator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give fewer shifts or less data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give files of the same shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give one for each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give one row for each label, as wide as the network&apos;s input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give tables of the same columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the labels of these features; features come first in files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the passphrase that it was made with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the path of a job file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the path of a job file, or the name of a job that is supplied, such as digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the path of a terms file, such as one with the line release = &quot;10s&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the shape of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the state of this layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go beyond the job&apos;s iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes on after a failed step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes on after it was settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes on behind its }</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 bytes behind its last element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 bytes, its layout has %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 bytes, which is not %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 bytes; %2 are allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 claims, at most %2 are one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 features, the table before it has %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 features, the training data %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 fields instead of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 fields of which only %2 are known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 pieces; number %2 was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 roots for %2 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 tables, allowed are 1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a data root that is not 32 bytes long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a descr that is no string (structured types are not read)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a dimension that is no unsigned integer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a feature that is no short text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a fortran_order that is neither True nor False</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a key that is no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a length that is no unsigned integer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a negative amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a noise scale that is no 32-bit integer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a path of something else than hashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a secret and no receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a sentence that is no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a shape that is no array of at most 8 whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a shape that is no tuple of whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a version that is no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a wrong number of roots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has an argument that is no short text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has an unknown dtype</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has another size than its shape and dtype say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has data_offsets that are not two whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has fewer than two legs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has keys that are not known, or some twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more than 64 dots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more than six decimals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more windows than its offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no column &apos;%1&apos; for the label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no comma between its keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no key where one must stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no label column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no receipt yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no receipt, and windows follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no row of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no samples, or not one label for each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no such account: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no tensor &apos;%1&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has not 1 to 4 dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has other characters than a-z, 0-9 and -</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the .npy version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the element type &apos;%1&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the format %1, and this program knows the formats up to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the format %1, and this program reads the format %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the id of a transaction with other content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the key &apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the label %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the shape %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the shape %1, wanted is [%2], one label for each sample of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the unknown IDX type %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the unknown key &apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held the result against another root than the committed one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold out more, or give more data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds a job in the unknown state %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds a wrong element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds an account that cannot be: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds an amount that cannot be: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds an id of a wrong length in column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds out none of %1 samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>indefinite lengths and breaks are not canonical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>install host and worker of the same version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>install node and worker of the same version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>install the newer version of the program that has written it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>install the package libqt6sql6-sqlite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>install unchained-worker there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is %1 bytes long, a .safetensors file has at least 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is %1 bytes long, a job file has at most %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is %1 bytes long, allowed are 1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is %1 bytes long, an IDX file has at least 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is %1 credits, a ticket&apos;s face value is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is %1, and there are %2 training samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a damaged gzip file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a database of another kind or program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a gzip file that ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is being closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is beyond the chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is beyond the largest amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is beyond the largest amount, %1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is busy with another contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is damaged: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is damaged: its bytes have changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty or too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is for adam only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is for csv files only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is for no claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is for sgd only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is in Fortran order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is longer than %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is longer than the contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing or no regular file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing, and so is iterations_per_step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is more than %1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is more than the books can hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is more than the host&apos;s listing allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is neither full nor a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is neither sgd nor adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no .npy file: it does not begin with \x93NUMPY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no .safetensors file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no IDX file: it does not begin with two zero bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no amount to top up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no array of 1 to %1 pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no array of tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no array of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no class number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no envelope (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no fraction between 0 and 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no key that is known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no kind of account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no name for a tensor, or comes twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no text: it has a zero byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no unsigned integer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no valid .safetensors file: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not 1 to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not 2 to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not 32 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not TOML: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a byte string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a finite binary32 number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a key file of this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a leaf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a list that begins with a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a message of this version of the worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a number of credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a structure of this name and version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not above 0 and finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not an IP address of this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not an X.509 certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not an array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not an integer of 64 bits with sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not an unsigned integer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not canonical CBOR (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not from 0 to below 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not in the window that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not s_%1 of the contract&apos;s chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not s_1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not s_1 of the offer&apos;s chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not settled yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not signed by the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not signed by the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the bits of a binary32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the file that the renter signed for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the hub that this host is at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the named provider&apos;s acceptance of this offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the next of the chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the one that was committed to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the provider&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the provider&apos;s commitment in this contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the receipt of the last window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the renter&apos;s for a window of this contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the renter&apos;s receipt for this commitment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the tag of a transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not this hub&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is numbered %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is of a window that was never receipted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is of an unknown kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is of another contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is of another job than the first contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is of another network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is of no known kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is open to others, and holds files of other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is out of range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is out of the range of amounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is set by the hub alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is signed by neither party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is somebody else&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is the payer itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is the renter itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is there already and is not overwritten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is there already and not empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has too many tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no regular file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was altered after it was signed: get an unaltered copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was written by another version of the program: use that one, or restore a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its acceptance is not the provider&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its bytes do not have the root that it is named by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its last batch is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its path does not lead to the committed root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its roots do not make the commitment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its roots do not make the root that the provider committed to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its secret is not the one that the provider opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its seed chain was used before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its signature is not that of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its signature is not that of the renter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its signer&apos;s key is one that fits many messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its step is not in its window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its tensors do not have the root of the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its ticket did not win</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its tickets are not those that were claimed until then, in their order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its window&apos;s roots do not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep a sample at %1 numbers at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep it below %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep the directory as it is, restore a backup, and compare the two logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep this file, and restore a backup of the directory; check the disk before using it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known are %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known are %1; or give the path of a job file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known are 8, 9, 11, 12, 13 and 14</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels are whole numbers below %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels are whole numbers from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave steps or iterations_per_step away in [contract]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave the engine out, and the best one is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaves nothing to train on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaves the range of amounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ledger: the accounts do not sum to zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ledger: the sum over all accounts moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listed as busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listed: waiting for a renter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listen on an IP address, on localhost, or on 0.0.0.0 for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listen on one of its own addresses, or on 0.0.0.0 for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load the state whose root the parameters name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locks another bond than was offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loses subnormal numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower the learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower the learning rate or look into the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower the learning rate or scale the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make a new id for a new command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make a new id for a new transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make a new offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make a new offer with a new nonce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make one with: unchained-node keys new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make room on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make the offer for this hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes a feature infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may not be written: nothing was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mend the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mend what it says, or install node and worker of the same version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merkle: a path was asked for a leaf that is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than 16 containers stand inside each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moves nothing on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 1 to %1 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 5 to 13</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be more than 0 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must lie ahead, by at most an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a directory that rent --out wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a larger amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a result of this job that stopped before its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name another directory with --out, or move this one away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name another file, or move that one away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name one with label_column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name the data&apos;s files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name the right directory with --data-dir; a hub or a host makes its database at its first start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name the right one with --data-dir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names another contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names another host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names another marketplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names no engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names no state to go on from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>need the size of an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a commitment, its receipt, what followed, and the seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no connection: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data set was given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no engine passed its self-test on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no finite state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no host fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no layer has anything to train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no state was loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody listens there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was heard for %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number %1 instead of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number the classes from 0, or raise their count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the simple values only false, true and null are supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offers nothing here now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one check in %1 claims does not make cheating a loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one check in %1 claims does not make cheating a loss; one in %2 would</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one peer has %1 circuits already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one side speaks version %1, the other %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the hub&apos;s operator issues credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the provider closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the provider publishes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the renter confirms the close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the renter releases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the renter tops up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens a window though none was committed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pair %1 is not two whole numbers from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pay less, or wait until locked credits are free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>piece %1 does not belong to this blob</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price, bond and rate cannot be negative or nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>products of %1 bits are not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>protocol version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>public key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>publish fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put in more credits, or rent fewer steps or a cheaper host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quote the whole field or nothing of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raise the bond&apos;s worth by more checks, or choose another host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raise the limit, or rent fewer steps or a cheaper host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raise the limit, or wait for a cheaper host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read are &lt;f4 &lt;f8 |i1 |u1 &lt;i2 &lt;i4 &lt;i8; convert with .astype(&apos;&lt;f4&apos;)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read the listing again: its price or rate has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refuses an ordinary product (</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove it, or write type = &quot;adam&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove it, or write type = &quot;sgd&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove or replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rent from somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>renter and provider are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restore it from a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rests on a second commitment, and the provider was not caught</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s_%1 is not of the offer&apos;s seed chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save it as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save numpy.ascontiguousarray(a)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says neither what came out nor why nothing did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see gpu/description.h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send large data as a blob</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settled as &apos;%1&apos; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settled as &apos;%1&apos; without the provider&apos;s Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settled without a single check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shorten it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows %1 seeds for %2 receipted windows, one more is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows another commitment of the last window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows another receipt of the last window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows another secret than the committed one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows another seed than the renter gave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows no commitment of the provider for its window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows no receipt of the renter for its window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows other states than the committed ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silence: h is not of the chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silent window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody left twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split the line; no key of a job file is nested so deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands here twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands in the log before the last payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands in the log before the payment that it follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start again what you need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start the hub or the host on this directory: it brings the file up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1 recomputed gives %2, the provider committed to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1 was found wrong, and what follows builds on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps %1 to %2 cannot be recomputed: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop that program, choose another port, or write port 0 for any free one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tags are not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes %1 credits from %2, which holds %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes 1 to %1 texts of 1 to %2 bytes each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes from what was burned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos; is %2 %3, wanted is %4 with %5 dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos; is %2 %3, wanted is F32 %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text follows a closing quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the %1 does not stand: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the .npy header %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Close that the hub was given is not the one that the renter was given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Leave is of another contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Leave names window %1, the last receipted one is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the acceptance is not signed by the provider that the offer names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the acceptance is of another offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the admission is not signed by the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the admission is of another contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the amount is beyond what the books can hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the backup cannot be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the balance is smaller than the top-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the balance of %1 is %2 micro-credits, and its postings sum to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the balance of %1 is below zero: %2 micro-credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bond is %1 credits, the host has %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bond that was locked is not the offer&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bracket around the IPv6 address is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the check of step %1 was due and never made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the commitment is not signed by the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the commitment is of another contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the commitment is of another window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection broke off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection is not the mutual TLS 1.3 that was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection was not made within %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the contract has no such window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the data could not be had</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the data set has %1 training rows and the parameters say %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the data set has no held-out part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the data set has no tensor of this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full: nothing was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk reported an error: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the encrypted connection failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the engine %1 cannot be used: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the escrow is %1 credits, the balance %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the escrow is not what the rules give</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the escrow leaves the range of amounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the escrow of %1 credits covers fewer than %2 tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the escrow of %1 credits is above the limit of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the face value of its tickets leaves the range of amounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the fault is not proved by what it shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the fault is of another contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the fees are %1 credits, the checks that were made cost %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the fingerprint after # is not 64 hex digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first commitment opens a window before the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first frame is not a hello: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the head is longer than needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the head&apos;s form is reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header does not begin with {</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header goes on behind its }</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header has neither , nor }</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header has no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host has a character that no host name or IP address has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host is longer than %1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hub did not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hub does not know it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hub has %1 circuits already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hub has admitted no such contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hub is shutting down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hub knows no command &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hub&apos;s fingerprint is missing: without it anybody could pose as the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hub&apos;s h is not the next of the chain that the admission anchors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the initial state is a file and not made from a seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the input ends inside a head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the input ends inside an item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the input ends where an item should begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the job ends with iteration %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the job is complete there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the label %1 is not one of %2 classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last layer does not give %1 classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last layer has %1 outputs, and the labels need %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last layer must be linear: its outputs are the classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last window must be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the left side has %1 columns and the right side %2 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list is the draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the log has %1 events, of which %2 change the state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name &apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network has too many parameters from here on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next contract goes on from no state that this one handed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the noise amplitude is not 5 to 13</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the offer is signed by %1 and not by the renter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the offer names another marketplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the offer&apos;s life of 60 s is over or not yet begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the offer&apos;s numbers lie outside what the protocol allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other side answers no calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other side closed the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other side did not answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other side does not hold this blob for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other side dropped the call without an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other side ended the connection before it was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other side has the fingerprint %1, which is not the one expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other side showed no Ed25519 certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the passphrase does not open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the port &quot;%1&quot; is not a number from 0 to 65535</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the port is in use by another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the port is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the process %1 runs on this directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the processor has no AVX2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the provider has not closed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the provider opened nothing in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the provider published a second commitment and was not caught</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the published commitment is of a window whose predecessor is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the published commitment is of somebody or something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the published roots do not make the commitment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the published window does not begin where the one before ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the receipt is for another commitment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the receipt is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the receipt is not signed by the key that the offer names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the receipt is of another contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the receipt is of another window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result is not the last state that was handed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result&apos;s root is that of no state that was handed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row contradicts what is stored: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row has %1 fields, the first one has %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same blob is being fetched already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shape is not %1 rows of %2 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the silence is about a window that was not published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the smallest amount is 0.000001</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the state holds a NaN or an infinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the state is larger than this host takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the state is not here and cannot be computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the store cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sum is too large for binary32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system gives no random bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the table has more than %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the table has no column but the label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the two commitments do not contradict each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the two receipts do not contradict each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the update made a NaN or an infinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the wins that the provider listed are not the draw, and it was not caught</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no contract %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no draw &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no engine named %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no file %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no job %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no job of this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no layer of kind %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no optimiser %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such blob in this directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this OpenSSL has no SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this build has no such program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this host is not connected now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this host locks at most %1 credits in one contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this hub knows no draw &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this hub lists no more hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this key provides already from another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this machine does not have that address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this peer answers no questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this s_0 was accepted before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this user may not listen on that port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>though it was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>though no step failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>though no window was left without a receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>though not all steps were made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>though the host closed the contract and opened all that was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ticket %1 did not win</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ticket %1 is claimed twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ticket %1 won and was never claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ticket %1 won, was right and was never paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title = &quot;Handwritten digits&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training needs labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transaction %1 is stored with other content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transaction %1 of event %2 (%3) does not balance: its legs sum to %4 micro-credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try again later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try again later, or let the host listen on a port of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try again; if it stays so, check the network and that the other side runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update the older of the two programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update the program that sent it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use a directory on a local disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use a lower price or fewer steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use a new id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use a smaller batch or layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use a smaller one, or 0 for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use a smaller price, bond or odds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use a state of the same job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use exponents from -%1 to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use for instance 0.001</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use for instance 0.9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use for instance 0.999</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use for instance 1e-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use one of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use sgd or adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use the data set that the job was made with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>versions 1 and 2 are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait until it has arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait until it is done, or end it, and try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait, or choose another host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was called right though the roots differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was called wrong before the reference engine recomputed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was called wrong though the roots agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was closed before it was full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was made before its batch was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was made twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was made without its batch&apos;s check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was never settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was not due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was settled more than once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was used for another payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was wrong, and the contract settled as &apos;%1&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what followed is neither a commitment nor a close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what followed is not the next commitment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which is no outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>widen the limits, or wait for one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with %1 copies the data set has more than %2 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would bring %1 beyond the largest amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write 1 to leave the features alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a smaller window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write batch = &quot;full&quot;, or a smaller number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write batch = &quot;full&quot;, or batch = 64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write bits = 14 (default) or bits = 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write credits, such as 12.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write epochs = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write held_out = &quot;1/5&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write host:port, or host:port#fingerprint for a hub; IPv6 in brackets: [::1]:7411</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write it with numpy.save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write label_column = &quot;last&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write last, first, none, a number from 1 to %1, or a name of the first line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write more steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write name = &quot;digits&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write numbers as 12, -0.5 or 1e-3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write odds = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write steps = 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write weights = &quot;model.safetensors&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write width = %1 in the last layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong number of roots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zlib does not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all %1 steps were made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an accusation of no known kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are of a wrong number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not begin at Y[0]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not begin where the window before ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end before the window does, and no step failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is 0, and something is opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is for a window that has no receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not about the last window as it was committed to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the last of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is settled, and nothing is locked that could answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is signed by the one that it accuses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was left after %1 of %2 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists more wins than there are steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make each step longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 1 to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs two envelopes and no seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody did anything for 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing shows how it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing shows what the host did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the renter leaves; the provider closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the last window with close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens a window before the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens more than the window before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows another last step than the committed one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1 came to a NaN or an infinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1 recomputed gives %2, the host committed to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Leave is not signed by the renter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host closed at window %1 and left window %2 out, which was receipted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host contradicted its own signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host did not open its last window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host did not open its secret of window %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host did not open step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host signed two different commitments for window %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the renter gave no receipt for window %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the renter signed two different receipts for window %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the wins that the host listed for window %1 are not the draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what followed is not a close at this window or before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what this host handed over cannot be computed again here within %1 s: nothing of it is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all stakes here stay within %1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as described</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bet less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bet on a single claim, early in the contract, or where the bond is larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose larger odds (a smaller n), or rent two hosts and compare their results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its id was used before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs shares, and a limit between 0 and 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so little of the bond is certain to burn that bets on this would not be safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes %1 checks, and the job has about %2 claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hub&apos;s operator and the assigned checker may not bet here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this market is resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many bets wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try again in half a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a batch of %1 samples has more than %2 numbers in a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a batch of %1 samples of %2 positions has more than %3 at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a layer of kind %1 holds no others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number is a NaN, an infinity or too large for binary32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number is no token id from 0 to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a padding of %1 is not less than the size %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sample has %1 features, which are not %2 channels of %3 × %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sample has more than %1 numbers here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sample has no positions here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a warm-up of %1 iterations is not shorter than the job&apos;s %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a width of %1 cannot be divided evenly among %2 heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a window of %1 × %1 does not fit an image of %2 × %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adding columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adding noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adding terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an engine was offered after one was chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are more than %1 deep inside each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>avgpool gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batchnorm gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begin anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the number of heads, or learn the positions in the embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels in and out, %1 and %2, cannot be divided evenly among %3 groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clearing memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copying from the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copying to the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct channels, width and height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cuBLASLt has no product of signed bytes for this card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>embedding gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end with a layer of the input&apos;s width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finding maxima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finding scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a label for each position of the network&apos;s output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give it some</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give less data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give more text, or a smaller window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give token ids, unscaled, or more tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>giving memory back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 roots, allowed are %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more than %1 labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no layers inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no sums that could be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>have the machine checked: what it computes differs from what it should</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>install cuBLAS of the CUDA toolkit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>install libopenblas0 to compare with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is 0: leave it all out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is 0: leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is for a rate that falls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is for tables and images only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is for text only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not 1, and a constant rate does not fall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not from 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not mse, and is left out else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the one that was given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is signed by another than the host that was asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>joining sums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep both at %1 at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layernorm gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers are more than %1 deep inside each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave it out, or begin with an embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave them out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list what was measured, or let the machine be measured again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make it the first layer, over text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maxpool gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs heads of an even width and at most %1 positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no NVIDIA driver is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of text, and its stride, must not be 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one number has no variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put an embedding before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove it, or write schedule = &quot;cosine&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rmsnorm gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes a list of token ids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes images of channels, height and width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes images or rows of numbers, not positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes positions of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes what the reference refuses (</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taking memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tell the data&apos;s channels, width and height, and put it before layers that flatten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text has classes and no targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the NVIDIA driver sees no card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hub has not found the steps right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hub watches this machine work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the processor has neither AVX-512 VNNI nor AVX-VNNI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the scores of %1 heads over %2 positions are more than %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shape is not %1 rows of %2 labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the step comes to no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text, %1 bytes to train on and %2 held out, does not fill a window of %3 bytes and one more in both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the value %1 is what it is by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the windows of a sample have more than %1 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are more than %1 layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are too many positions, or numbers in each: %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no schedule %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this build has no CUDA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this host has just been measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two engines have one name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use 1, or linear or cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use a larger batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use a larger stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use a number of groups that divides both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use a number of heads that divides the width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use a shorter or narrower network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use a smaller batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use a smaller image or kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use a smaller one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use a smaller padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use a smaller size, or more padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use constant, linear or cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use for instance 0.1, or leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use for instance 1, or leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use layernorm or rmsnorm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use shorter samples or fewer heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what comes out of its layers has another shape than what goes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with %1 windows the data set has more than %2 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write fewer, or repeat fewer times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write loss = &quot;softmax_cross_entropy&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write them flatter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write window = 64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the state came too late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose another host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be %1 numbers from 1 to 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was paid in it: it cannot be reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the two parties of a contract review each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only who was reviewed replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reply to what the other one wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>review it when it has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the reviews of this contract may be read by now: nobody answers stars with stars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no review of you that may be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this host does not let to you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this host lets to renters of a better standing only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unblock it, or choose another host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait until both have written, or 14 days have passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a row has %1 features, which are not %2 channels of %3 × %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a step leaves more than this host takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an output is a NaN or an infinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are fewer than two classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are more than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are more work than can be counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask for tiles of the job only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begins at another Y[0] than the first contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change %1, or steps and iterations_per_step in [contract]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the folder and its permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not show the tiles that were handed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end in one answer for each position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end in one answer for each row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>freeze fewer layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give an array [rows, features]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give as many of each, or write kind = &quot;grid&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give fewer rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give fewer values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give pictures of one size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes on from a state, and this job has tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 bytes for %2 × %3 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 features a row, the file before it has %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 values, and %2 has %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 × %2 pixels, at most %3 a side are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 × %2 pixels, the picture before it %3 × %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a light that is not from 0 to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no *.png</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has not three numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a state, and no seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a word that is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is for glass only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is for mirrors only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing, and so is every other list of values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is neither 0 nor 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is neither 0 nor from 0.001 up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no PNG that can be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no array of %1 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no array of %1 to %2 numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no array of 1 to %1 whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no map with a root of 32 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not 1 to %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not 1 to 64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not 1 to 65536</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not above 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not above low in each coordinate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not another place than the camera&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not from 0 to %1 in each of its three parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not from 0 to 1000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not from 0.0001 to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not from 0.001 to 1000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not from 1 to 170 degrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not from 1 to 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the bits of three binary32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the input that the parameters describe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is of another data set than that of the first run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is of sgd alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is that of the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaves no tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lies straight above or below the camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lies too far away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load the weights whose root the parameters name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make the picture smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes a number infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move it a little aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a folder of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name files with rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no weights were loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number %1 is no whole number from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number %1 is not from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of a picture are 1 or 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parallel work has no state to be tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predict values instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put fewer tiles into a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save the picture as PNG again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see the headers of gpu/include</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the job has %1 tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weights are a file and not made from a seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weights hold a NaN or an infinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train for fewer epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update unchained, or use one that it knows: train/v1, infer/v1, sweep/v1, render/v1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use 1.5 for glass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use `resume` for a job that was stopped, or rent it anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use fewer iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use for instance [0, 1, 0]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use the input of the same job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use the weights of the same job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with it the rows have more than %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with it there are more than %1 trainings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write channels = 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write learning_rate = [0.001, 0.01]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write type = &quot;sgd&quot; in [optimizer], or remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take back what was overclocked, look after cooling and memory, or use another engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the engine %1 on %2 made a wrong product: %3×%4 times %4×%5, %6 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose at least %1 ms, or the draw &quot;coinflip&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comes before the beacon&apos;s anchor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contradicts the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not begin a chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has rounds of a beacon, and is drawn without one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the hub&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the hub&apos;s word on this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is of a contract that the two parties draw by themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its numbers lie outside what the protocol allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make windows of at least %1 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens a window whose round is not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>round %1 is not the first at least 6 s after the commitment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>round %1 is of another chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silence: the round is not of the beacon&apos;s chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the round is not of the beacon&apos;s chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the round of window %1 is not public yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this hub has no beacon yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window %1 comes out of turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window %1 waits for the round of the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window %1 was committed before the round of the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a case narrowed the run to step %1, and the host&apos;s root of it is not the hub&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a result is its host&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a window&apos;s price is what a renter answers with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agree on less, or wait until locked credits are free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer the round that the case shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are no range of the %1 of the contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be opened: it is damaged, or meant for somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>case deposit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>case deposit lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>case deposit returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not stand before the settlement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended early, and nothing says who stopped answering first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives another reason than the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go on with that one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has ended: nothing is left to settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing: who disputes a result has another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is none of yours on this hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not an envelope whose signature is good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not signed by the arbiter that the offer names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not what the proof shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is of another step than the round asks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is signed by neither side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is signed by nobody of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is the one that the host has committed to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is the one that the other side has committed to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is whoever opens the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make a new proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moves %1 credits, and %2 are free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 0 to the %1 credits that were asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 1 to %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be more than 0 and at most %1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must lie ahead, by at most a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name the state that both agree on, and a later one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names a party where arithmetic failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names another party than the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names no party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is locked in it any more that could answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only renter and host complain of each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only renter and host of a contract write to each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only who opened the case answers for its own roots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put in more credits: the deposit comes back to whoever is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put in what matters of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put it in as a file instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put several things into one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says otherwise than the record whether it is proven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says who stopped answering first, and nothing was interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take its id from the list of cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take the id from the hub&apos;s listings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bond is what answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the deposit is %1 credits, the balance %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first is not before the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hub knows no such case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the narrowing has come to its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the two may still settle it by themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is none of this hash in a case of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing to dispute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this contract holds %1 messages, and no more fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this hub knows no &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this key cannot be written to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this round was answered otherwise before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use signed, statement or file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait until that time is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was called wrong, and no other root of the reference engine is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a shorter one, or several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you have opened one on this contract already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you have put in %1 items already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allow more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1 credits may still be bet on this contract, over all of its markets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bet less, or wait until locked credits are free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bet on one of those, or on the contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bet on right instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bet paid out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bet returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bets are for contracts that are drawn by beacon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bets wait that were made under the odds that stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose one that is claimed and not paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose one that is under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose one whose check is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended as &apos;%1&apos;, and nothing shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forced check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forced check: another claim was due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forced check: h is not of the chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forced check: not the hub&apos;s words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no amounts that could be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is drawn by its two parties alone: no bets on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is of another claim than its market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its claims are not those that could be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>market closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>market opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 1 to %1 against 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody has opened a market on this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>odds offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>odds withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offer less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the host offers odds on its own contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open one first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put in more credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of a slash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1 is no claim that is pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1 was checked already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bets took more of the bond than the rules allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hub&apos;s operator and an assigned checker may not make a market here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this bet takes %1 credits, the balance is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this market takes %1 credits of its maker, and %2 were allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this market takes %1 credits of its maker, the balance is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many claims of this contract have one already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top up less, or go on in a new contract from the next boundary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try again after the clearing, in half a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was used for another bet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copying on the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a checker enlists itself, and the hub&apos;s operator not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a task was not answered in time: off the list, less what the hub&apos;s work cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended otherwise than its answers show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a party of the contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not the one that was drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is older than the end of this enlistment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it would take longer than there is time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look after the machine before it checks again: its arithmetic must be exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be more than 0, and the fee not negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the provider says it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody else is asked for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stake less, or put in more credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stake lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stake returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands without the result of the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start it again where it stays in touch with the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answers are not what two who were asked have signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hub computed a step itself, and found the answer wrong: the stake is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the two answers do not agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait until they are over, or leave as much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was drawn by no h that the hub had shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was given with other roots before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was made by somebody hired, and no two answers show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was said to be another one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an engine of build %1 computes wrong results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an engine of the host computes a disputed step wrong, which is nobody&apos;s lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and nothing shows which engine was at fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are more than one tile, and tiles make no chain that could be narrowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engine fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>install a newer version of Unchained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists no engines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists what is no engine&apos;s root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name the one tile that is false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host&apos;s engine %1 computes step %2 wrong, which is nobody&apos;s lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the worker died</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a run that fails is checked by the hub in any case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came to a NaN or an infinity here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose one of the host that works now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose one of the job&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computing again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds no such contract with a receipted window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is in no record here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not listed now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave it out: the step that differs is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave out one of the two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look at the case again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look at the contract: its bond has answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make room, or let this user write there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a directory that rent --out wrote, with all of its blobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a result that rent --out wrote, and a contract of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name one of a receipted window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names one step, and --whole all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host was convicted by its own signatures at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last states are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other side proposes nothing any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was done by an earlier host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are more than the one that a program reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a side of the contract itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name somebody whom renter and host trust, or nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name the marketplace&apos;s, or one whom the host has chosen, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing came of it in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stood still for %1 s: every deadline moves by as much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this host does not trust %1 to rule over its bond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing has to be done: it is made again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hub was interrupted while it watched</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::AdviceWords</name>
    <message>
        <source>Worth it, says the market&apos;s price: check a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth it: check a step. It costs less than it may save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not worth it: nothing is paid yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not worth it. Winners are checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No check yet: nothing is known of this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) so far: %1 faked would have been caught with %2, %3 with %4.</source>
        <translation>
            <numerusform>%n check so far: %1 faked would have been caught with %2, %3 with %4.</numerusform>
            <numerusform>%n checks so far: %1 faked would have been caught with %2, %3 with %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sabotage of one step that is worth more than %1 credits to somebody would pay: the chance of a check times what the host would lose, less what a step costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It reckons with all bets that the rules allow on this contract, from which a friend of the host could win; while nobody bets it is %1 credits.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::Banner</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::BetChartCard</name>
    <message>
        <source>What the market says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right, says the market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits on wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the claim is final</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has opened a market on this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line begins with the first clearing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points since %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::BetDepthCard</name>
    <message numerus="yes">
        <source>%n ticket(s) on right cost %1</source>
        <translation>
            <numerusform>%n ticket on right costs %1</numerusform>
            <numerusform>%n tickets on right cost %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) on wrong cost %1</source>
        <translation>
            <numerusform>%n ticket on wrong costs %1</numerusform>
            <numerusform>%n tickets on wrong cost %1</numerusform>
        </translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of the next tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host bets up to %1 credits, %2 to your 1, that it is right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::BetHistoryCard</name>
    <message>
        <source>Clearings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more: the chart has them all</source>
        <translation>
            <numerusform>and %n more: the chart has them all</numerusform>
            <numerusform>and %n more: the chart has them all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unchained::ui::BetList</name>
    <message>
        <source>What is bet on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::BetPositionCard</name>
    <message>
        <source>Tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for the clearing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no stake in this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits are held for the check. If it finds the step wrong, you also get a share of the bond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have opened this market: its money comes back when it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepares the stake on wrong that makes the marketplace run the step again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the most that the check may cost; without a check all stakes come back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a share of the bond, which stakes on wrong get besides; without a check all stakes come back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::BetStakeCard</name>
    <message>
        <source>%1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ticket pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own chance that it is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This market has ended without a check: all stakes went back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This market has ended: a check has decided it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 right</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message>
        <source>If right, you get</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If wrong, you get</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If wrong, you lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If right, you lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit %1 each, clears in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The market sells no ticket on right above the price at which it opened: there is nothing to buy until somebody bets on wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 credits may still be staked on this contract.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is more than your balance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bet cannot be taken back before it is cleared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stake %1 on right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stake %1 on wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With what you have, if right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With what you have, if wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To sell is to buy as many on right: whichever comes true, one of the two pays, when the market ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To sell is to buy as many on wrong: whichever comes true, one of the two pays, when the market ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more of them are sold now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So much on wrong starts the machine check; if the step is right, you bear its cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever opens a market puts in its money: %1 credits now, never more than %2. It comes back when the market ends, less what bettors on wrong have won, and with what they have lost. While it is open the claims wait for their whole period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put in at most %1 and open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::BetWords</name>
    <message>
        <source>Whole run, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %L1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is every step of %1 right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is step %L1 of %2 right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contract %1 · nobody bets yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contract %1 · ticket of %2, bond %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contract %1 · %L2 steps, bond %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody bets yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ticket of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no end yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stakes on wrong have forced the check, and it was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stakes on wrong have forced the check: it is under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stakes on wrong have forced a check: it waits for the next claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine check starts when %1 credits are on wrong; %2 are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits staked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you have a part in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no new stake</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::BetsPage</name>
    <message>
        <source>Bets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stake credits on whether claimed work is right. Without a check all stakes come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At stake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>staked, left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No marketplace yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bets are made at marketplaces: add one, and what is bet on there is listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a marketplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since %1: %2. What you have staked stays where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The marketplace says nothing of bets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to bet on now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bets are made on work that is under way and drawn by a beacon. When somebody rents in that way, its claims can be bet on here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no bets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No market is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open one yourself: &quot;To open&quot; lists what there could be one on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you look for may be under another heading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left to stake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends soonest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most staked first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::BlameCard</name>
    <message>
        <source>Who stopped first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it is recorded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::BrowseFilters</name>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VRAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, reversed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>More filters, %n in force</source>
        <translation>
            <numerusform>More filters, %n in force</numerusform>
            <numerusform>More filters, %n in force</numerusform>
        </translation>
    </message>
    <message>
        <source>More filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverse order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 or better, and new hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every checked step was right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the checked steps right, or more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::BrowsePage</name>
    <message>
        <source>Search hosts, devices, places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n marketplaces</source>
        <translation>
            <numerusform>%n marketplace</numerusform>
            <numerusform>%n marketplaces</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No marketplace answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost: %1. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost since %1: %2. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other marketplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 hosts from %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking %1 for its hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No marketplace yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hosts are listed on marketplaces. Add one by its address or a link, or look around in a small market on this computer, with play credits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a marketplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around in the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No host on %1 yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No host yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has listed a machine here. Be the first host: you are paid within seconds for the steps that win.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No host fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n host(s) are hidden by: %1.</source>
        <translation>
            <numerusform>%n host is hidden by: %1.</numerusform>
            <numerusform>%n hosts are hidden by: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nearest is %1: %2 at %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise price to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Without “%1” there would be %n.</source>
        <translation>
            <numerusform>Without “%1” there would be %n.</numerusform>
            <numerusform>Without “%1” there would be %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave that out</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n host</numerusform>
            <numerusform>%n hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n host(s)</source>
        <translation>
            <numerusform>%1 of %n host</numerusform>
            <numerusform>%1 of %n hosts</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 exact %2 free now</source>
        <comment>1.9 exact PFLOPS free now</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none is free now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median %1 credits per verified TFLOP-hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has not answered since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. What you see is from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs on hosts that are reached directly go on; others wait for it, and no deadline runs meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::CardView</name>
    <message>
        <source>Hosts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::CaseEvidenceCard</name>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offer and acceptance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening of step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state, from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again by the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engine %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checkable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 %1, put in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened, in your own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign and put in</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n item(s), each named by its hash</source>
        <translation>
            <numerusform>%n item, named by its hash</numerusform>
            <numerusform>%n items, each named by its hash</numerusform>
        </translation>
    </message>
    <message>
        <source>of you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state, from you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::CaseLadderCard</name>
    <message>
        <source>not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panel of three</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final arbiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was not agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible until the case has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not agreed so far, still possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No machine can judge what this case is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final on facts. By default: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final on facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 is right. Final on facts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 is wrong. Final on facts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No panel sits on this marketplace yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contract names none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, named in the contract. By default: dismissed, nothing moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed: a machine decides</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::CasePage</name>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · opened %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then %1 rules</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::CaseRow</name>
    <message>
        <source>opened %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::CaseWords</name>
    <message>
        <source>you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case %1: %2 against %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 steps · %2 credits were paid for them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conduct · %1 credits in dispute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled, still checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrowing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the arbiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host was wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host was silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host was right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ruled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 was wrong: the bond has paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 was right: the deposit is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host falls silent: its bond pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whoever opened it falls silent: the deposit is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody answered: the deposit is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data could not be had: nobody pays, and the deposit came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bond had paid for something else before: the deposit came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled: %1 credits to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ruled: %1 credits to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dismissed: nothing moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine was wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 was wrong, and so computes an engine of the build: nobody lied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::CasesPage</name>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No marketplace answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has not answered since %2. A case goes on there meanwhile; its deadlines stand still while the marketplace itself is away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message>
        <source>No case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where renter and host disagree over a result, a machine finds the first wrong step. Over what no machine can judge the two settle, or the arbiter of their contract rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at your jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a complaint</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::Chart</name>
    <message>
        <source>Show as a chart (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as a table (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a chart&apos;s name, and what a button does with it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One point so far, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, right axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a line and its band</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::ChartTableModel</name>
    <message>
        <source>%1, credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::ChartWords</name>
    <message>
        <source>%1 %2</source>
        <comment>what is counted, and where</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>as QLocale writes it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: first %2 at %3, last %4 at %5, lowest %6, highest %7.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a line&apos;s name and its value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a place, and the values there</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::Chip</name>
    <message>
        <source>Chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter in force; Delete takes it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter; opens a choice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::ChoicePopup</name>
    <message>
        <source>No host says so</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::DemoWorld</name>
    <message>
        <source>cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free some space, or name another directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>install the program again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its hub has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the demo again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its hub gave no address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::DeviceRow</name>
    <message>
        <source>not listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for a renter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rented by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused: takes no new rental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaves after this rental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the rental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes rentals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the rental</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes rentals</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::DiaryWords</name>
    <message>
        <source>The contract is complete and settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contract was left early and is settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step came to no number: the training itself failed there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was caught with a wrong result and lost its bond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fell silent and lost its bond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This side fell silent: what was owed was paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contract ended: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 was claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 was computed again by the hub: right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 was computed again: wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 loses its bond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 paid: %2 credits to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 accepted; %2 credits are locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bond %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window %1 drawn: one ticket won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window %1 drawn: %2 tickets won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An engine of %1 computed wrong, which is nobody&apos;s lie: the bond goes back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::DisputeCard</name>
    <message>
        <source>Contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps computed again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare, and dispute what differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispute the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your words, for the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, contract %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here can be disputed any more: no bond answers for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all, or %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine computes the steps again: all of them, or up to the one that you name. Only where one comes out otherwise a case is opened, and %1 credits are locked as a deposit. The marketplace runs that step again: if the host was wrong, its bond pays back what you paid and the deposit comes back; if it was right, the deposit is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step from %1 to %2, or none to compare all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow it down with the host, round by round</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::DisputeLog</name>
    <message>
        <source>dispute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has ended without an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look at the list of cases, and dispute it again where there is none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::DisputeWords</name>
    <message>
        <source>Reading the record, and loading data and state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing again: %1 of %2 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step came out otherwise: case %1 is open. It goes on while this window is closed; this machine must stay on until the marketplace has the state before the step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case %1: the host was wrong. Its bond has paid back what you paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case %1: the host fell silent. Its bond has paid back what you paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case %1: the host was right, and the deposit is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case %1 has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) computed again, and all as the host has committed to them: there is nothing to dispute, and no credit moved.</source>
        <translation>
            <numerusform>%n step computed again, and it is as the host has committed to it: there is nothing to dispute, and no credit moved.</numerusform>
            <numerusform>%n steps computed again, and all as the host has committed to them: there is nothing to dispute, and no credit moved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unchained::ui::EarningsCard</name>
    <message>
        <source>Earned today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day begins with the first rental: each paid win is a step up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after electricity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same device mining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>9 days in 10 inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::EarningsView</name>
    <message>
        <source>Step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After electricity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mining would pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bond at stake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits/h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claims pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n win(s)</source>
        <translation>
            <numerusform>%n win</numerusform>
            <numerusform>%n wins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rental(s)</source>
        <translation>
            <numerusform>%n rental</numerusform>
            <numerusform>%n rentals</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 kWh at %2 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 after electricity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no figure for this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median of the last claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known after a payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to the whole balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1 at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>None. A win is listed here until it is paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the %1 waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask %1 an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>power not told yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same hours, this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::EffectCard</name>
    <message>
        <source>Bond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be at stake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hosts that ask more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hosts with less bond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bond against check rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What bond and price change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a job of %1 steps of %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most that a false result may be worth to somebody while every win is checked: a renter who has more to lose is refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With nothing at stake beside the price: a larger bond deters with fewer checks, which cost the renter less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of those online on this marketplace, for the same work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of those online on this marketplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, overhead %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such job is let: at this price it takes a bond of %1 credits or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask %1 an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This price is asked now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps checked, at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this bond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job of this size can be let at this price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offers refused today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last one: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds for the next rental; never more than the balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bet at most %1 at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This bond is offered now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::Engine</name>
    <message>
        <source>%1, %2 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a marketplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo cannot run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a marketplace here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marketplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read hub.log in the data directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try again when it answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job has ended: verify its result instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %L1 computed here in %2 s: right, same root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %L1 computed here in %2 s: wrong, another root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every signature, draw, payment and 20 random steps are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying: signatures, draws, payments, and 20 random steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid %1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is backed up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key that is here has a history of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start the program with another data directory and restore it there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>install the program again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be verified: %1 cannot be started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your bet waits for the next clearing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The market is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose a settlement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed: the other side may accept it for a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept a settlement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled: both have signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your ruling is signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The statement is in the case, under your signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::EventsCard</name>
    <message>
        <source>Nothing has happened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::FileField</name>
    <message>
        <source>Choose the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::FirstRunPage</name>
    <message>
        <source>Welcome to Unchained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute from people, checked by anyone. What brings you here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rent compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse hosts, train your model, pay only for steps that are right. It needs credits on a marketplace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this machine to work. Paid within seconds, and it bets credits that each step is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small market of three hosts on this computer, with play credits. Nothing to lose, nothing kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your new key:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your key is being made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only on this computer; your credits hang on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its fingerprint:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::Format</name>
    <message>
        <source>less than a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d</source>
        <comment>days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and month, as QLocale writes them</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date, as QLocale writes it</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::FourStatePage</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try by itself in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::HostCardDelegate</name>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits/h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A favourite; click or press Space to take it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click or press Space to keep it as a favourite</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::HostCriteriaWords</name>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to %1 credits/h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rated %1 or new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All checks right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 right</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price per TFLOP-h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing: free hosts first and failed checks last; between them the rating, in which every host begins with three voices of 3.5 stars, and a little for checked steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::HostModel</name>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits/h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credits/h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per TFLOP-h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::HostPage</name>
    <message>
        <source>Parts of this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop hosting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this machine to work. Renters pay for each step that is right, within seconds; it bets credits that they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on hosting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take rentals again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop hosting? The rental under way is finished and paid first; then this machine leaves the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop hosting? This machine leaves the list; what it has won is still paid.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::HostPreview</name>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bond, up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rentals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listing of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as a favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a host in the list; what it offers is shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date, as QLocale writes it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off the favourites</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::HostTable</name>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::HostWords</name>
    <message>
        <source>Failed a check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proven host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed a check: at least one of its steps was computed again and was wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New host: fewer than %1 of its steps were checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proven host: at least %1 steps checked, none wrong, and rated %2 or better by %3 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits/h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per TFLOP-h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits for a teraflop of exact work kept up for an hour: %2 over the %3 that the host has measured and signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step checked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 step checked, %1 wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 steps checked, %2 wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per verified teraflop-hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no ratings yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rated %1 of 5 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits for a teraflop of exact work kept up for an hour: %2 over the %3 that the marketplace has seen it do.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::Hosting</name>
    <message>
        <source>waits for batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right, pays soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The marketplace does not answer; it is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no credits to bet as a bond. A host needs some before it can be rented.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request has come yet. It is the only host here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request has come yet. Its price is in the middle of what others ask for the same work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Asks %1 an hour. The %n host(s) that work now ask %2 in the middle for the same work.</source>
        <translation>
            <numerusform>Asks %1 an hour. The %n host that works now asks %2 in the middle for the same work.</numerusform>
            <numerusform>Asks %1 an hour. The %n hosts that work now ask %2 in the middle for the same work.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unchained::ui::JobHeader</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no host yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · contract %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known after a few steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected by now %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the first state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in the listing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s a tile</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::JobPage</name>
    <message>
        <source>Cancel the job? What is won stays paid, and the rest of what is locked comes back. What was learned so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::JobRow</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no host yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no host was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 were locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits paid of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::JobWords</name>
    <message>
        <source>Preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for a host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1, %2 in %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 returned a wrong result at step %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 returned a wrong result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job is complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 steps are done and every win is settled. What was not won has come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You cancelled this job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was won stays paid; the rest of what was locked has come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training itself failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step came to no number. The host is not to blame: look at the job file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This side fell silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was owed was paid, and the contract is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job ended early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No host could carry it on. What was not won has come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tiles are done and every win is settled. What was not won has come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proven: a step was run again, and it was another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proven: two receipts of one window are signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proven: a step came to no number, which is the arithmetic and nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not proven: the other had waited for longer than the grace, and left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not proven: it left before the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not proven: nothing happened for 30 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proven by signatures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not proven: it did not answer the marketplace in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stopped first, contract %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This side stopped first, contract %1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody stopped first, contract %1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last word to the marketplace: %1 %2, this side %3. Last word of %1 recorded here: %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lost its bond of %1 credits, and you got %2 back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lost its bond of %1 credits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lost its bond, and you got %1 credits back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lost its bond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job goes on with %1 from step %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job goes on with %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job ended there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another host is being looked for.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::JobsPage</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n under way</numerusform>
            <numerusform>%n under way</numerusform>
        </translation>
    </message>
    <message>
        <source>No job yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rent a host, and its work is shown here step by step: progress, what was paid, and every check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse hosts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::KeyCard</name>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File for the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File for the backup, best on another disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file for the backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty where it has none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes the place of the key that is here, which must have no history yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the file of the backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your credits hang on this key. There is a copy; keep it where only you can reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your credits hang on this key, and it is only on this computer. If it is lost, they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy opens with the same passphrase as the key that is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key has no passphrase: whoever gets the file gets the credits.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::LearningCard</name>
    <message>
        <source>Learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the test data, computed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curve begins when the host hands over its first state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No state was handed over: there is nothing to show.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::LedgerModel</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::LedgerWords</name>
    <message>
        <source>Locked for a job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to a job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not won: came back from a job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bond put up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bond came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ticket won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid for a window without an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid for the renter&apos;s fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund for a wrong result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credits issued by the marketplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid to another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put into a market of bets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came back from a market of bets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staked on a bet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken: came back from a bet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid out of a bet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offered as odds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came back from odds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deposit of a case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deposit of a case came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deposit of a case that you answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled a case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ruling in a case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fee for a ruling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staked as a checker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stake of a checker came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fee for a check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hub computed a step again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::ListingFacts</name>
    <message>
        <source>%1, listed since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n rating(s)</source>
        <translation>
            <numerusform>%n rating</numerusform>
            <numerusform>%n ratings</numerusform>
        </translation>
    </message>
    <message>
        <source>No ratings yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it can bet at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>build %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen by the hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its own word</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::ListingForm</name>
    <message>
        <source>This machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as renters see it, for example forge-1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a town or a country, if you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits/h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most that is bet at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bet as much as a renter asks for, up to the whole balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price for an hour of its measured speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bond up to the whole balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A host bets credits that every step is right. The more it can bet, the fewer checks a renter wants.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Electricity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn while it works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of a kilowatt hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for what is shown here; nobody else sees it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it would earn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rented all day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After electricity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mining all day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On average: each step is a ticket, and only winning tickets are paid. A day can bring more or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First it is measured for some seconds; then renters see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number of watts, as 320</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credits for a kilowatt hour, as 10.00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask %1 an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List this machine for %1 an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a marketplace first: hosts are found there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name that renters see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credits for an hour, above 0, as 1.40</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price is a number of credits above 0 with at most six decimals, as 1.40.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credits above 0, as 120.00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bond is a number of credits above 0, as 120.00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new price or bond holds for the next rental. For the rest, stop listing first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change price and bond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the bond</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::ListingPage</name>
    <message>
        <source>Rent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about this host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block this host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unblock this host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy its peer id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: take %1 from your favourites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save %1 to your favourites</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::ListingWords</name>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact %1</source>
        <comment>TFLOPS</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month, as QLocale writes it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) ago</source>
        <translation>
            <numerusform>%n week ago</numerusform>
            <numerusform>%n weeks ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have blocked this host; unblock it to rent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not connected to its marketplace, so it cannot be rented now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else rents it until their job ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no case was opened against it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) wrong</source>
        <translation>
            <numerusform>wrong %n time</numerusform>
            <numerusform>wrong %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) silent</source>
        <translation>
            <numerusform>silent %n time</numerusform>
            <numerusform>silent %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ruled against it</source>
        <translation>
            <numerusform>%n ruled against it</numerusform>
            <numerusform>%n ruled against it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n false alarm(s)</source>
        <translation>
            <numerusform>%n false alarm</numerusform>
            <numerusform>%n false alarms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settled</source>
        <translation>
            <numerusform>%n settled</numerusform>
            <numerusform>%n settled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dismissed</source>
        <translation>
            <numerusform>%n dismissed</numerusform>
            <numerusform>%n dismissed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unchained::ui::LockedPage</name>
    <message>
        <source>Passphrase of your key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data directory is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your key wants its passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data directory cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data directory fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more is locked or paid from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job goes on from its last step when this is mended; host and marketplace keep what was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try by itself in %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::MainWindow</name>
    <message>
        <source>Unchained: demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the demo: a hub and three hosts run on this computer, with play credits. It is taken down when you leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your credits hang on a key that is on this computer only. Back it up before the first money moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history is in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is under way. It can go on in the background while the window is closed; the next start takes it over. Or it stands still until then, and the host may leave after a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it stand still</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a job file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job files (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody computes on this machine. While the window is closed that stands still, and the renter may go to another host after a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job cannot go on in the background: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::MarketLink</name>
    <message>
        <source>Demo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::MarketRow</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try %1 again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 from the list? Nothing of yours is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 from the list? Your %2 credits there stay yours and are seen again when it is added again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for its first answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers in %1 ms, connected since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer since %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try by itself in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n host</numerusform>
            <numerusform>%n hosts</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs on hosts that are reached directly go on; others wait for it, and no deadline runs meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::MarketplacesPage</name>
    <message>
        <source>Marketplaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add by address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>host:port#fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the marketplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever runs a marketplace gives out its address. The part after # is its fingerprint: no other can answer in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type or paste an address first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fingerprint is missing: after host and port come # and 64 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no address: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in the list already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run one here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a marketplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its address, for others to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No marketplace yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hosts are found on marketplaces. Add one by its address, or run one on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who reaches it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A marketplace of your own on this machine. It keeps the books, so it must stay on while jobs run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For your lab or your friends: whoever reaches this machine and has the address can join, rent and host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To try things out: programs on this machine reach it, and nobody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its address, on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must not be closed off by the firewall of this machine or its network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others cannot reach it. Stop it, and run it for others, too.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::MessagesCard</name>
    <message>
        <source>This message cannot be opened here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the two of you can read them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written yet. What you write waits at the marketplace until %1 is back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::NarrowingCard</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds of the narrowing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>round %1: steps %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two say different roots of the state after these steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 steps narrowed to one in %n round(s)</source>
        <translation>
            <numerusform>%1 steps narrowed to one in %n round</numerusform>
            <numerusform>%1 steps narrowed to one in %n rounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 steps, round %n</source>
        <translation>
            <numerusform>%1 steps, round %n</numerusform>
            <numerusform>%1 steps, round %n</numerusform>
        </translation>
    </message>
    <message>
        <source>the step was named, of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding the first wrong step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both are asked for the state in the middle of what is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host is asked for the state in the middle of what is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever opened the case is asked for the state in the middle of what is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both agree on the state before step %1 and not on the one after it: the hub runs it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 was run again by the hub, engine %2: the host&apos;s root.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 was run again by the hub, engine %2: another root.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state differs in %1 of %2 values, first in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the two still disagree here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds of the narrowing, as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as bars (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as a table (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds of the narrowing: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::OneMoreCheck</name>
    <message>
        <source>Chance of a fake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check one more step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bet on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispute the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step to compute again here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the checks that the draw chose have taught of this host; where a market says more, its price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chance of a fake times what is at stake: what a wrong result is worth, and what was paid so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step once more, and the way of the state before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step that is drawn here is computed again on this machine, and its root compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stakes on wrong make the marketplace check a step, whoever was drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispute step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more check now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the checks say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step from %1 to %2, one that is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing step %1 here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::OpenCaseCard</name>
    <message>
        <source>Asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2, contract %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An amount above 0 with at most six decimals, as 12.50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what happened: the arbiter knows nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For what no machine can judge. The two of you may settle it; after that the arbiter of the contract rules, and without one nothing moves. The deposit is the price of two steps. A wrong result is not complained of: it is disputed, on the page of its job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a complaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let to %1, contract %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign, deposit %1 and open the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits are there: too few for the deposit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 credits: a renter answers with the price of a window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 credits: the bond is what answers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::OutcomeCard</name>
    <message>
        <source>Open the result folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify the result here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tickets won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying: every signature, draw and payment, and some steps anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the result</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::PayCard</name>
    <message>
        <source>Pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>64 digits, 0 to 9 and a to f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review the payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peer id of the one who receives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your balance after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A payment is final: only the one who receives it can send it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a marketplace first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a marketplace first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A peer id has 64 digits, 0 to 9 and a to f; this has %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is your own peer id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An amount above 0 with at most six decimals, as 12.50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than you have there: %1 credits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay %1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paying</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::PictureCard</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put together from its tiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture that was computed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::PlanView</name>
    <message>
        <source>%1, all that win</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 that win</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never more than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a false step could be worth to the host at most, so that faking it still loses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance to catch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 faked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host bets %1 credits to your %2 that each step is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To fake a step brings it %1 credits where the step is drawn, %2 over all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cheating would pay here. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sabotage deterred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, about %2 win %3 each</source>
        <comment>tickets of a job, and what one that wins pays</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance that a check finds it: one step that the host chose, or this share of all steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each step has a ticket; one in %1 wins, and each win pays %2 credits.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::PriceBox</name>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job file yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bond against checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More bond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review and rent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits per verified TFLOP-hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing moves until you confirm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credits above 0 with at most six decimals, as 74.40</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job locks %1 credits here, more than that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a job file to see what it takes and costs here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working out what it takes and costs here…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bond of %1 credits, steps checked: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the price per TFLOP-hour is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A TFLOP is 10¹² operations, a multiply-add being two; work counts only where its bits are right, so hosts of any device compare.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::PriceComparison</name>
    <message>
        <source>Cloud on demand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median host here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host if mining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One hour of this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same work at the median price of all hosts on this marketplace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mining, before electricity: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of %1, 1 credit as %2 US dollars</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::PricePopup</name>
    <message>
        <source>Price of an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits/h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What hosts ask here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cheapest quarter, up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cheaper half, up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>three quarters, up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A price is a number with at most six decimals, like 12.50</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::PriceWords</name>
    <message>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make it a readable file of at most 1 MiB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::QrCode</name>
    <message>
        <source>QR code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::Rail</name>
    <message>
        <source>Browse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add by address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marketplaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no marketplace yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::ReceiveCard</name>
    <message>
        <source>Copy the peer id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your peer id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who knows your peer id can pay you, and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::RentSheet</name>
    <message>
        <source>Locked now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never more than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host’s bond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your balance after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To fetch while it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before money moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The terms have changed since. Go back to see them anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your balance there is not known yet: the marketplace does not answer. This page goes on when it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits are missing: you have %2 on this marketplace. Be paid there first, by hosting or by another member, or choose a cheaper host or a shorter job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rent %1 for %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, about %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each of %1 steps has a ticket. About %2 win, and each win pays the host %3. The host has put up %4 credits that every step is right. What is not won comes back when the job ends or you cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the host…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock %1 credits and start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::Rental</name>
    <message>
        <source>The marketplace does not answer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no step lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled here: what is not won comes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result is in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job has ended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::RentersView</name>
    <message>
        <source>%1 of 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You replied: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For you to say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviews by renters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No review yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a paid rental renter and host review each other. Neither reads what the other wrote before both have.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::ReviewForm</name>
    <message>
        <source>As described</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Availability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Communication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sentence for others, if you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sentence for others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reply below the review, if you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How was %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, stars for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You wrote: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wrote: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You replied: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has written. You read it when you have, too, or on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody reads it before %1 has written, too, or before %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::ReviewsCard</name>
    <message>
        <source>Reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>· %1 of 5 · %2 · weight %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the two parties of a settled, paid rental review each other, signed, and blind until both have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No renter has reviewed this host yet. Its bond and the checks do not depend on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The words of %n review(s) have not arrived yet.</source>
        <translation>
            <numerusform>The words of %n review have not arrived yet.</numerusform>
            <numerusform>The words of %n reviews have not arrived yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unchained::ui::RoundsTable</name>
    <message>
        <source>found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::SavedPopup</name>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the search %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the search %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or set filters, then keep them here under a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this search as</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::SearchField</name>
    <message>
        <source>Empty the search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On top of the desktop&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short fades where something changes; figures never move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers and dates follow it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key, the records of every job and all results lie here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its processor computes. No other device was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchained %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute from people, checked by anyone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program as a whole is under the GPL-3.0, because it is drawn with Qt Charts. Its own source code is under the Apache-2.0 licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With Qt, Inter, SQLite, OpenSSL and libqrencode.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::SettleCard</name>
    <message>
        <source>Share of whoever opened the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the case runs on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your ruling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken from the bond once the contract is settled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sign, and free credits move. The step is run again all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sign: free credits move, and the case ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept %1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay %1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ruling is final.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side may accept for a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits to %2, %3 to %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance after paying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance, too little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::StandingCard</name>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps found wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rentals done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide how it is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none checked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 checked, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settled since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none settled yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept its word</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) (%1), %2–%3</source>
        <translation>
            <numerusform>%n review (%1), %2–%3</numerusform>
            <numerusform>%n reviews (%1), %2–%3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s), of nobody whose voice counts yet</source>
        <translation>
            <numerusform>%n review, of nobody whose voice counts yet</numerusform>
            <numerusform>%n reviews, of nobody whose voice counts yet</numerusform>
        </translation>
    </message>
    <message>
        <source>no review yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n rental(s), %1–%2</source>
        <translation>
            <numerusform>%n rental, %1–%2</numerusform>
            <numerusform>%n rentals, %1–%2</numerusform>
        </translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating is a mean: three voices of 3.5 stars that every host begins with, and each reviewer&apos;s last word. A voice counts by what its owner has paid to other hosts, of each a quarter at most, up to one; the number in brackets is their sum: renting from oneself buys nothing. Steps found wrong counts steps that the draw chose and somebody else computed again; unchecked steps teach nothing. Kept its word is the share of rented steps that were delivered; what was lost through the renter, or through nobody whom the record names, does not count. Intervals of rating and word hold 19 times in 20, of wrong steps 9 in 10. Disputes counts the cases that anybody opened against it here, by the verdicts that the marketplace has signed. Nothing else goes into them, and no bond or check is lowered for a good standing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::Stars</name>
    <message numerus="yes">
        <source>%1 of 5 stars, %n rating(s)</source>
        <translation>
            <numerusform>%1 of 5 stars, %n rating</numerusform>
            <numerusform>%1 of 5 stars, %n ratings</numerusform>
        </translation>
    </message>
    <message>
        <source>No ratings yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::StarsInput</name>
    <message>
        <source>No star chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n star(s) of 5</source>
        <translation>
            <numerusform>%n star of 5</numerusform>
            <numerusform>%n stars of 5</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unchained::ui::StripCard</name>
    <message>
        <source>Windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The windows are known when a host has accepted the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 won, %2 expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) each</source>
        <translation>
            <numerusform>%n ticket each</numerusform>
            <numerusform>%n tickets each</numerusform>
        </translation>
    </message>
    <message>
        <source>every ticket wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one ticket in %1 wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>a block is %n ticket(s)</source>
        <translation>
            <numerusform>a block is %n ticket</numerusform>
            <numerusform>a block is %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a block is about %n ticket(s)</source>
        <translation>
            <numerusform>a block is about %n ticket</numerusform>
            <numerusform>a block is about %n tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window %1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 won</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::StripLegend</name>
    <message>
        <source>drawn, lost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::StripWords</name>
    <message>
        <source>pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checked right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window %1 of %2, %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n won</source>
        <translation>
            <numerusform>, %n won</numerusform>
            <numerusform>, %n won</numerusform>
        </translation>
    </message>
    <message>
        <source>ticket %1 %2</source>
        <comment>its number and its state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unchained::ui::TicketsModel</name>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::TicketsPopup</name>
    <message>
        <source>Window %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 won</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::VerificationCard</name>
    <message>
        <source>Checks made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 chosen step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 faked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance to catch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected gain of cheating</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n wrong</source>
        <translation>
            <numerusform>%n wrong</numerusform>
            <numerusform>%n wrong</numerusform>
        </translation>
    </message>
    <message>
        <source>All right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No check yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per faked step that is drawn;
%1 over all faked steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sabotage pays above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Market says right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::WalletPage</name>
    <message>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marketplaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your key is only on this computer. Back it up before you have more to lose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File for the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free to spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of them answer(s) now</source>
        <translation>
            <numerusform>%n of them answers now</numerusform>
            <numerusform>%n of them answer now</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has moved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you pay, lock and receive is listed here, line by line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line has &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The history has %n line(s).</source>
        <translation>
            <numerusform>The history has %n line.</numerusform>
            <numerusform>The history has %n lines.</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in jobs and bonds until won or returned</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::WantedCard</name>
    <message>
        <source>No other host is online on this marketplace now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken, of those online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over %1 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those taken ask %1 a TFLOP-hour in the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those free ask %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::WeekCard</name>
    <message>
        <source>Earned in seven days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was paid to this machine in the last seven days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>unchained::ui::WindowsStrip</name>
    <message>
        <source>Windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows walk over windows, Up and Down over those with a win, Enter lists the tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No window yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
