# What becomes of the seats of a member that ends.

answer-ends = It ends with the membership
answer-passes-to-successor = It passes to the successor
